import { placeOf } from "../cache/place.ts";
import { readCollection } from "../entry/content-folder.ts";
import { contentFolder } from "../entry/folder.ts";
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
	const { name, folder: cacheDir } = placeOf(folder.root);
	return {
		site: origin,
		base: pathname.endsWith("/") ? pathname : `${pathname}/`,
		language: value.language,
		cacheDir,
		astroDir: `./.astro/${name}/`,
	};
}
