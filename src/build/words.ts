import { newestFirst } from "../collection/model.ts";
import { shareWords } from "../collection/shared-words.ts";
import type { Worded } from "../collection/terms.ts";
import type { Words } from "../collection/words.ts";
import type { Content } from "../entry/read-content.ts";
import { inThread } from "../workers/thread.ts";

/** Has related papers and frequent terms found in a thread of its own, for the pages. */
export function beginWords(content: Content): void {
	const papers = content.entries.toSorted(newestFirst).map(
		({ paper: { title, abstract, topics } }): Worded => ({
			paper: { title, abstract, topics },
		}),
	);
	const words = inThread<Words>(new URL("words-worker.ts", import.meta.url), papers);
	shareWords(content, words);
}
