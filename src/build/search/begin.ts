import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { newestFirst } from "../../collection/model.ts";
import type { Content } from "../../entry/read-content.ts";
import { publicPaper } from "../../exports/papers-json.ts";
import { inThread } from "../../workers/thread.ts";
import type { Output } from "../whole-output.ts";
import type { Searched } from "./build.ts";
import type { SearchTask } from "./worker.ts";

/** A search index that is being built. */
export interface BeginningSearch {
	/** Waits for it, and puts it into the site. */
	put(): Promise<void>;
}

/**
 * Builds the search index over the papers, and nothing else, beside the pages: in a thread of
 * its own. `language` (BCP 47) decides how words are stemmed.
 */
export function beginSearch(
	content: Content,
	{ language, cacheDir, output }: { language: string; cacheDir: string; output: Output },
): BeginningSearch {
	const task: SearchTask = {
		searched: searched(content),
		language,
		folder: output.search,
		before: path.join(output.last, "pagefind"),
		cache: path.resolve(cacheDir, "search"),
	};
	const written = inThread(new URL("worker.ts", import.meta.url), task);
	// Whoever waits for it is told; a build that fails before does not wait.
	written.catch(() => {});
	return {
		async put() {
			await written;
			const place = path.join(output.now, "pagefind");
			rmSync(place, { recursive: true, force: true });
			mkdirSync(path.dirname(place), { recursive: true });
			renameSync(output.search, place);
		},
	};
}

/** The papers in the order of their dates, in which results without words are shown. */
function searched({ entries, topics }: Content): Searched {
	return {
		papers: entries.toSorted(newestFirst).map(({ paper }) => publicPaper(paper, () => "")),
		topics: topics.map(({ id, name }) => ({ id, name })),
	};
}
