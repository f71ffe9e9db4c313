import { setFlagsFromString } from "node:v8";
import { SHARE_ENV, Worker } from "node:worker_threads";

/**
 * Megabytes of one half of a thread's memory for what is new. The main thread of a build has 32 and makes
 * the most; in each of ten threads so much would only be memory for the system to clear.
 */
const SEMI_SPACE = 16;

/** Begins a script in a thread, with a memory of its own size (https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib). */
export function beginWorker(script: string | URL, workerData?: unknown): Worker {
	// Settings count for threads that begin from here on; that of the main thread is read before.
	for (const bound of ["min", "max"]) {
		setFlagsFromString(`--${bound}-semi-space-size=${SEMI_SPACE}`);
	}
	return new Worker(script, { workerData, env: SHARE_ENV, execArgv: [] });
}
