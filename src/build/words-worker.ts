import { parentPort, workerData } from "node:worker_threads";
import type { Worded } from "../collection/terms.ts";
import { wordsOf } from "../collection/words.ts";
import { type SharedTexts, textAt } from "../workers/texts.ts";
import { told } from "../workers/thread.ts";
import { keptWords } from "./kept-words.ts";

/** The file in which words are kept. It is read before this thread is told the papers. */
export type WordsTask = string;

/** Papers in the order of the collection, of each one thing at its position. */
export interface ToldWords {
	/** A check sum of all that it says. */
	sums: string[];
	titles: string[];
	topics: string[][];
	abstracts: SharedTexts;
}

const kept = keptWords(workerData as WordsTask);
const { sums, titles, topics, abstracts } = await told<ToldWords>();
const papers = titles.map((title, at): Worded => {
	const abstract = () => textAt(abstracts, at);
	return {
		paper: {
			title,
			get abstract() {
				return abstract();
			},
			topics: topics[at] ?? [],
		},
	};
});
const { words, known } = wordsOf(papers, kept.recall(papers, sums));
parentPort?.postMessage(words);
kept.keep(known);
