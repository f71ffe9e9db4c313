import { availableParallelism } from "node:os";
import { SHARE_ENV, Worker } from "node:worker_threads";
import { smallHeaps } from "./heaps.ts";

smallHeaps();

/** No more pages are rendered at one time (`build/render.ts`), and workers take memory. */
const MOST_WORKERS = 4;

interface Job<Task, Result> {
	task: Task;
	done(result: Result): void;
	failed(cause: unknown): void;
}

/**
 * A function that has tasks done beside the main thread, by a script that answers each message
 * with one. Workers start with the first tasks, and do not keep the process alive.
 */
export function workerPool<Task, Result>(
	script: string,
	size = Math.min(MOST_WORKERS, availableParallelism()),
): (task: Task) => Promise<Result> {
	const idle: Worker[] = [];
	const waiting: Job<Task, Result>[] = [];
	let busy = 0;

	function work(): void {
		const job = busy < size ? waiting.shift() : undefined;
		if (!job) return;
		const worker = idle.pop() ?? new Worker(script, { env: SHARE_ENV, execArgv: [] });
		const rest = (): void => {
			worker.removeAllListeners("message").removeAllListeners("error").unref();
			busy--;
			work();
		};
		busy++;
		worker.ref();
		worker.once("message", (result: Result) => {
			idle.push(worker);
			rest();
			job.done(result);
		});
		// A worker that fails is gone: the next task has another.
		worker.once("error", (cause) => {
			rest();
			job.failed(cause);
		});
		worker.postMessage(job.task);
	}

	return (task) =>
		new Promise((done, failed) => {
			waiting.push({ task, done, failed });
			work();
		});
}
