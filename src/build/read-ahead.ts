import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { keptEntries } from "../collection/shared-content.ts";
import { contentFolder } from "../entry/content-folder.ts";
import { type Content, entryFiles } from "../entry/read-content.ts";
import { type ReadTask, readPart, topicIds } from "./read-part.ts";

/** Fewer entries than this are read before a thread has begun. */
const WORTH_IT = 500;

/**
 * Where entries are not kept, reads them in two threads and keeps them: 1.5 ms each. What is wrong
 * in them is told when the content is read, which then takes no time. Gives those that took long.
 */
export async function readAhead(): Promise<Content["slow"]> {
	const files = entryFiles(contentFolder().papers);
	const cache = keptEntries(topicIds()).open();
	const isKept = (file: string) => cache.recall(file, readFileSync(file, "utf8")) !== undefined;
	if (files.length < WORTH_IT || files.slice(0, 3).some(isKept)) return [];
	// Whatever fails in the other thread is met once more, and told, when the content is read.
	const beside = readBeside({ part: 1, of: 2 }).catch(() => []);
	const slow = readPart({ part: 0, of: 2 });
	return [...slow, ...(await beside)];
}

function readBeside(task: ReadTask): Promise<Content["slow"]> {
	const worker = new Worker(new URL("read-part-worker.ts", import.meta.url), {
		workerData: task,
		execArgv: [],
	});
	return new Promise((done, failed) => {
		worker.once("message", done);
		worker.once("error", failed);
	});
}
