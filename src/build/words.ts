import path from "node:path";
import { shareWords } from "../collection/shared-words.ts";
import type { Words } from "../collection/words.ts";
import type { Content } from "../entry/read-content.ts";
import { beginThread } from "../workers/thread.ts";
import type { ToldPapers } from "./told-papers.ts";
import type { ToldWords, WordsTask } from "./words-worker.ts";

/** What is being found out of words. */
export interface BeginningWords {
	/** Has related papers and frequent terms of this content, which has these papers, found for the pages. */
	of(content: Content, papers: ToldPapers): void;
	/** Fulfilled when they are kept for the next build. */
	kept: Promise<void>;
}

/** Begins a thread that finds out what the words of papers say. */
export function beginWords(cacheDir: string): BeginningWords {
	const task: WordsTask = path.resolve(cacheDir, "words.bin");
	const thread = beginThread<Words>(new URL("words-worker.ts", import.meta.url), task);
	return {
		of(content, { entries, abstracts }) {
			const papers: ToldWords = {
				sums: entries.map(({ digest }) => digest),
				titles: entries.map(({ paper }) => paper.title),
				topics: entries.map(({ paper }) => paper.topics),
				abstracts,
			};
			thread.tell(papers);
			shareWords(content, thread.said);
		},
		kept: thread.ended,
	};
}
