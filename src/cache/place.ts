import { createHash } from "node:crypto";
import path from "node:path";

/** Where what builds keep for each other lies: below the folder that OFFPRINT_CACHE names. */
export const OWN_CACHES = process.env.OFFPRINT_CACHE || "./node_modules/.cache/offprint";

/** The folder of entries there, and of what is known of their files: see {@link placeOf}. */
export const ENTRIES = "entries";

/** The file there of what is known of the pages of the last build. */
export const PAGES = "pages.bin";

/**
 * Where what is kept of a content folder lies, below the folder that OFFPRINT_CACHE names, and the
 * name of that place. Collections do not share one: each would show the other's papers. Nor do
 * checkouts, since Astro keeps paths from the one to the other in it.
 */
export function placeOf(contentRoot: string): { name: string; folder: string } {
	const places = [process.cwd(), path.resolve(contentRoot)].join("\n");
	const name = createHash("sha256").update(places).digest("hex").slice(0, 8);
	return { name, folder: `${OWN_CACHES}/${name}/` };
}
