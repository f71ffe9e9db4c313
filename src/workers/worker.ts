import path from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { SHARE_ENV, Worker } from "node:worker_threads";

/**
 * Megabytes of one half of a thread's memory for what is new. The main thread of a build has 32 and makes
 * the most; in each of ten threads so much would only be memory for the system to clear.
 */
const SEMI_SPACE = 16;

/** It is JavaScript, and is loaded before a thread's own script with all that this needs. */
const GIVE_WAY = "src/workers/give-way.mjs";

/** Where it is noted whether threads give way: pages, which begin some, are bundled apart from the build. */
const GIVES_WAY = Symbol.for("offprint.gives-way");
const everywhere = globalThis as { [GIVES_WAY]?: true };

/**
 * From here on threads give way to the main thread: for a build in which that has most to do. In a build from nothing
 * threads have as much, and what they have left at the end would keep one core alone.
 */
export function haveThreadsGiveWay(): void {
	everywhere[GIVES_WAY] = true;
}

/** How a thread runs. */
export interface Running {
	/** Whether the main thread will soon wait for it: then it does not give way to that. */
	isAwaited?: boolean;
}

/** Begins a script in a thread, with a memory of its own size (https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib). */
export function beginWorker(
	script: string | URL,
	workerData?: unknown,
	{ isAwaited = false }: Running = {},
): Worker {
	// Settings count for threads that begin from here on; that of the main thread is read before.
	for (const bound of ["min", "max"]) {
		setFlagsFromString(`--${bound}-semi-space-size=${SEMI_SPACE}`);
	}
	const givesWay = everywhere[GIVES_WAY] && !isAwaited;
	const execArgv = givesWay ? ["--import", pathToFileURL(path.resolve(GIVE_WAY)).href] : [];
	return new Worker(script, { workerData, env: SHARE_ENV, execArgv });
}
