import path from "node:path";
import { newestFirst } from "../collection/model.ts";
import { shareWords } from "../collection/shared-words.ts";
import type { Worded } from "../collection/terms.ts";
import type { Words } from "../collection/words.ts";
import type { Content } from "../entry/read-content.ts";
import { beginThread } from "../workers/thread.ts";
import type { WordsTask } from "./words-worker.ts";

/** What is being found out of words. */
export interface BeginningWords {
	/** Has related papers and frequent terms of this content found for the pages. */
	of(content: Content): void;
	/** Fulfilled when they are kept for the next build. */
	kept: Promise<void>;
}

/** Begins a thread that finds out what the words of papers say. */
export function beginWords(cacheDir: string): BeginningWords {
	const task: WordsTask = path.resolve(cacheDir, "words.bin");
	const thread = beginThread<Words>(new URL("words-worker.ts", import.meta.url), task);
	return {
		of(content) {
			const papers = content.entries.toSorted(newestFirst).map(
				({ paper: { title, abstract, topics } }): Worded => ({
					paper: { title, abstract, topics },
				}),
			);
			thread.tell(papers);
			shareWords(content, thread.said);
		},
		kept: thread.ended,
	};
}
