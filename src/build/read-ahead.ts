import { keptEntries } from "../collection/shared-content.ts";
import { contentFolder, entryFiles } from "../entry/folder.ts";
import type { Content } from "../entry/read-content.ts";
import { inThread } from "../workers/thread.ts";
import { type ReadTask, readPart, topicIds } from "./read-part.ts";

/** Fewer entries than this are read before a thread has begun. */
const WORTH_IT = 500;

const WORKER = new URL("read-part-worker.ts", import.meta.url);

const task = (part: number): ReadTask => ({ part, of: 2 });

/**
 * Where entries are not kept, reads them in two threads and keeps them: 1.5 ms each. What is wrong
 * in them is told when the content is read, which then takes no time. Gives those that took long.
 */
export async function readAhead(): Promise<Content["slow"]> {
	if (keptEntries(topicIds()).areThere()) return [];
	if (entryFiles(contentFolder().papers).length < WORTH_IT) return [];
	// Whatever fails in the other thread is met once more, and told, when the content is read.
	const beside = inThread<Content["slow"]>(WORKER, task(1)).catch(() => []);
	const slow = readPart(task(0));
	return [...slow, ...(await beside)];
}
