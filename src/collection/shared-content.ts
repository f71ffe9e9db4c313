import path from "node:path";
import { contextOf } from "../cache/kept.ts";
import { contentFolder } from "../entry/content-folder.ts";
import { type Content, readContent } from "../entry/read-content.ts";
import { progressOn } from "../terminal/progress.ts";
import { entryCache } from "./entry-cache.ts";
import { siteOf } from "./site.ts";

/** Where the content lies: modules of the configuration, the loaders and the pages are loaded apart from each other. */
const SHARED = Symbol.for("offprint.content");

const shared = globalThis as { [SHARED]?: Content | undefined };

/**
 * The content of the site, read and checked: once for all who ask in a process, until it is
 * forgotten. Entries that nobody has changed since the last time come from a cache. Throws
 * an IssuesError with every problem.
 */
export function sharedContent(): Content {
	return (shared[SHARED] ??= read());
}

/** To be called when a file of the content has changed. */
export function forgetContent(): void {
	shared[SHARED] = undefined;
}

function read(): Content {
	const { base, cacheDir } = siteOf();
	const progress = progressOn(process.stderr);
	try {
		return readContent(
			contentFolder(),
			base,
			(topics) =>
				entryCache(
					path.resolve(cacheDir, "entries"),
					contextOf(["src/entry", "src/paper"], [base, topics]),
				),
			(done, total) => progress("entries", done, total),
		);
	} finally {
		progress.end();
	}
}
