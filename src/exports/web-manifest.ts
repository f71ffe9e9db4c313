import type { Collection } from "../paper/collection.ts";

/** An icon of the app. */
interface Icon {
	/** Address within the site. */
	src: string;
	/** Width and height in pixels. */
	size: number;
	purpose: "any" | "maskable";
}

/** Ground of the page by day, as in tokens.css: a manifest takes one colour only. */
const PAPER = "#fbf8f2";

/** What the site is when it is installed as an app (https://www.w3.org/TR/appmanifest/). `home` is its base path. */
export function webManifest(collection: Collection, home: string, icons: readonly Icon[]): string {
	return JSON.stringify({
		name: collection.title,
		short_name: collection.title,
		description: collection.tagline,
		lang: collection.language,
		id: home,
		start_url: home,
		scope: home,
		display: "standalone",
		background_color: PAPER,
		theme_color: PAPER,
		icons: icons.map(({ src, size, purpose }) => ({
			src,
			sizes: `${size}x${size}`,
			type: "image/png",
			purpose,
		})),
	});
}
