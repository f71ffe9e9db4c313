import { parentPort, workerData } from "node:worker_threads";
import type { Worded } from "../collection/terms.ts";
import { wordsOf } from "../collection/words.ts";

parentPort?.postMessage(wordsOf(workerData as Worded[]));
