import { linkSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { AstroPrerenderer, PathWithRoute } from "astro";
import { type Kept, readKept, writeKept } from "../cache/kept.ts";
import { lastOutput, useLastOutput, type Written, writtenAt } from "../cache/last-output.ts";

/** Where the output of the last build lies, where this one writes, and where it is noted what was written. */
export interface Outputs {
	last: string;
	now: string;
	/** The file of the notes. */
	notes: string;
	/** What decides beside their keys how pages look: see `contextOf` in `cache/kept.ts`. */
	context: string;
}

/** A prerenderer that takes pages with the key that they had in the last build from its output, and how to note this one's. */
export interface KeptPages {
	prerenderer: AstroPrerenderer;
	/** So many pages were taken, and not rendered. */
	taken(): number;
	/** To be called when all pages are written. */
	note(): void;
}

/**
 * Pages whose `cacheKey` (`collection/page-key.ts`) is that of the last build are hard links to
 * its files, where those are as they were written; all others are rendered. A page without a key
 * is always rendered. Where files cannot be linked, nothing is taken.
 */
export function keptPages(astro: AstroPrerenderer, outputs: Outputs): KeptPages {
	const before = readKept<Written>(outputs.notes, outputs.context);
	const now = new Map<string, Kept<Written>>();
	const keys = new Map<string, string>();
	useLastOutput(outputs.last, before);
	const folders = new Set<string>();
	let pages = 0;

	function take(file: string, key: string): boolean {
		const kept = before.get(file);
		if (!kept || !lastOutput().has(file, key)) return false;
		const place = path.join(outputs.now, file);
		const folder = path.dirname(place);
		if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
		folders.add(folder);
		try {
			linkSync(path.join(outputs.last, file), place);
		} catch {
			// Another disk, or a file of `public/` of this name: Astro decides what stands there.
			return false;
		}
		now.set(file, kept);
		return true;
	}

	return {
		prerenderer: {
			...astro,
			async getStaticPaths() {
				const paths = await astro.getStaticPaths();
				const count = new Map<string, number>();
				for (const { pathname } of paths) count.set(pathname, (count.get(pathname) ?? 0) + 1);
				return paths.filter((one) => {
					// Of two routes with one path, Astro says which it is.
					if (one.cacheKey === undefined || count.get(one.pathname) !== 1) return true;
					const file = fileOf(one);
					if (take(file, one.cacheKey)) {
						if (one.route.type === "page") pages += 1;
						return false;
					}
					keys.set(file, one.cacheKey);
					return true;
				});
			},
		},
		taken: () => pages,
		note() {
			for (const [file, digest] of keys) {
				const value = writtenAt(path.join(outputs.now, file));
				if (value) now.set(file, { digest, value });
			}
			writeKept(outputs.notes, outputs.context, now);
		},
	};
}

/** Path within the output of a page, or another file, as Astro writes it. */
function fileOf({ pathname, route }: PathWithRoute): string {
	const place = pathname.replace(/^\/|\/$/g, "");
	return route.type === "page" ? `${place}/index.html` : place;
}
