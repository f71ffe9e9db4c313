import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { newestFirst } from "../../collection/model.ts";
import type { Content } from "../../entry/read-content.ts";
import { publicPaper } from "../../exports/papers-json.ts";
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
	const written = write({
		searched: searched(content),
		language,
		folder: output.search,
		before: path.join(output.last, "pagefind"),
		cache: path.resolve(cacheDir, "search"),
	});
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

function write(task: SearchTask): Promise<void> {
	const worker = new Worker(new URL("worker.ts", import.meta.url), {
		workerData: task,
		execArgv: [],
	});
	return new Promise((done, failed) => {
		worker.once("error", failed);
		worker.once("exit", (code) =>
			code === 0 ? done() : failed(new Error(`the search index ended with ${code}`)),
		);
	});
}
