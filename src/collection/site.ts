import { createHash } from "node:crypto";
import path from "node:path";
import { contentFolder, readCollection } from "../entry/content-folder.ts";
import { IssuesError } from "../paper/issues.ts";

/**
 * Where the site is published: `url` of collection.yaml, or the environment
 * variable SITE_URL (for previews). The base path is the address's path. What builds keep for
 * each other is in `cacheDir`, below the folder that OFFPRINT_CACHE names, and what Astro keeps
 * in `astroDir`: Astro cannot build where it cannot write there, and we can.
 * Throws an IssuesError when collection.yaml is wrong.
 */
export function siteOf(): {
	site: string;
	base: string;
	language: string;
	cacheDir: string;
	astroDir: string;
} {
	const folder = contentFolder();
	const { value, issues } = readCollection(folder);
	if (!value) throw new IssuesError(issues);
	const { origin, pathname } = new URL(process.env.SITE_URL || value.url);
	const caches = process.env.OFFPRINT_CACHE || "./node_modules/.cache/offprint";
	// Collections do not share a cache: one would show the other's papers. Nor do checkouts, since
	// Astro keeps paths from the one to the other in it.
	const places = [process.cwd(), path.resolve(folder.root)].join("\n");
	const name = createHash("sha256").update(places).digest("hex").slice(0, 8);
	return {
		site: origin,
		base: pathname.endsWith("/") ? pathname : `${pathname}/`,
		language: value.language,
		cacheDir: `${caches}/${name}/`,
		astroDir: `./.astro/${name}/`,
	};
}
