import path from "node:path";
import { newestFirst } from "../collection/model.ts";
import { shareWords } from "../collection/shared-words.ts";
import type { Worded } from "../collection/terms.ts";
import type { Words } from "../collection/words.ts";
import type { Content } from "../entry/read-content.ts";
import { beginThread } from "../workers/thread.ts";
import type { WordsTask } from "./words-worker.ts";

/**
 * Begins a thread that has related papers and frequent terms found for the pages: of the content that
 * the function is given.
 */
export function beginWords(cacheDir: string): (content: Content) => void {
	const task: WordsTask = path.resolve(cacheDir, "words.bin");
	const thread = beginThread<Words>(new URL("words-worker.ts", import.meta.url), task);
	return (content) => {
		const papers = content.entries.toSorted(newestFirst).map(
			({ paper: { title, abstract, topics } }): Worded => ({
				paper: { title, abstract, topics },
			}),
		);
		thread.tell(papers);
		shareWords(content, thread.said);
	};
}
