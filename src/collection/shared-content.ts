import path from "node:path";
import { contextOf } from "../cache/kept.ts";
import { ENTRIES } from "../cache/place.ts";
import { contentFolder } from "../entry/folder.ts";
import { type Content, type EntryCache, readContent } from "../entry/read-content.ts";
import { progressOn } from "../terminal/progress.ts";
import { entryCache, holdsEntries } from "./entry-cache.ts";
import { siteOf } from "./site.ts";

/** Where the content lies: modules of the configuration, the loaders and the pages are loaded apart from each other. */
const SHARED = Symbol.for("offprint.content");

/** What decides what an entry gives, and how it is kept. */
const CODE = ["src/entry", "src/paper", "src/collection/packed-entry.ts"];

interface Shared {
	content?: Content | undefined;
	/** Entries that were read before, and what decided how: {@link contextOf}. */
	cache?: { context: string; entries: EntryCache };
}

const everywhere = globalThis as { [SHARED]?: Shared };
const shared = (everywhere[SHARED] ??= {});

/**
 * The content of the site, read and checked: once for all who ask in a process, until it is
 * forgotten. Entries that nobody has changed since the last time come from a cache. Throws
 * an IssuesError with every problem.
 */
export function sharedContent(): Content {
	return (shared.content ??= read());
}

/** To be called when a file of the content has changed. */
export function forgetContent(): void {
	shared.content = undefined;
}

function read(): Content {
	const { base } = siteOf();
	const progress = progressOn(process.stderr);
	try {
		return readContent(
			contentFolder(),
			base,
			(topics) => {
				const { context, open } = keptEntries(topics);
				if (shared.cache?.context !== context) shared.cache = { context, entries: open() };
				return shared.cache.entries;
			},
			(done, total) => progress("entries", done, total),
		);
	} finally {
		progress.end();
	}
}

/** A cache of entries, not yet opened. */
interface KeptEntries {
	/** What decides what is in it. */
	context: string;
	/** Whether it holds any. */
	areThere(): boolean;
	open(): EntryCache;
}

/** The cache of entries for these topics (ids). */
export function keptEntries(topics: readonly string[]): KeptEntries {
	const { base, cacheDir } = siteOf();
	const context = contextOf(CODE, [base, topics]);
	const folder = path.resolve(cacheDir, ENTRIES);
	return {
		context,
		areThere: () => holdsEntries(folder, context),
		open: () => entryCache(folder, context),
	};
}
