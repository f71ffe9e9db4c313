import { parentPort, workerData } from "node:worker_threads";
import type { Worded } from "../collection/terms.ts";
import { wordsOf } from "../collection/words.ts";
import { told } from "../workers/thread.ts";
import { keptWords } from "./kept-words.ts";

/** The file in which words are kept. It is read before this thread is told the papers. */
export type WordsTask = string;

const kept = keptWords(workerData as WordsTask);
const papers = await told<Worded[]>();
const { words, known } = wordsOf(papers, kept.recall(papers));
parentPort?.postMessage(words);
kept.keep(known);
