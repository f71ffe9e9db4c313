import { Worker } from "node:worker_threads";
import { newestFirst } from "../collection/model.ts";
import { shareWords } from "../collection/shared-words.ts";
import type { Worded } from "../collection/terms.ts";
import type { Words } from "../collection/words.ts";
import type { Content } from "../entry/read-content.ts";

/** Has related papers and frequent terms found in a thread of its own, for the pages. */
export function beginWords(content: Content): void {
	const papers = content.entries.toSorted(newestFirst).map(
		({ paper: { title, abstract, topics } }): Worded => ({
			paper: { title, abstract, topics },
		}),
	);
	const worker = new Worker(new URL("words-worker.ts", import.meta.url), {
		workerData: papers,
		execArgv: [],
	});
	const words = new Promise<Words>((done, failed) => {
		worker.once("message", done);
		worker.once("error", failed);
	});
	// Whoever waits for it is told; a build that fails before does not wait.
	words.catch(() => {});
	shareWords(content, words);
}
