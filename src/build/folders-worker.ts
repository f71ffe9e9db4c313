import { mkdirSync } from "node:fs";
import { workerData } from "node:worker_threads";

/** Folders that this thread is to make, in any order. */
export type FoldersTask = readonly string[];

for (const folder of workerData as FoldersTask) mkdirSync(folder, { recursive: true });
