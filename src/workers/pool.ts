import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { beginWorker } from "./worker.ts";

/** No more pages are rendered at one time (`build/render-all.ts`), and workers take memory. */
const MOST_WORKERS = 4;

/** Tasks that a worker has at one time: it goes on with the next while the main thread renders a page. */
const AT_ONE_TIME = 2;

interface Job<Task, Result> {
	task: Task;
	done(result: Result): void;
	failed(cause: unknown): void;
}

/** A worker, and what it has to do, in order. */
interface Busy<Task, Result> {
	worker: Worker;
	jobs: Job<Task, Result>[];
}

/**
 * A function that has tasks done beside the main thread, by a script that answers each message
 * with one, in their order. Workers start with the first tasks, and do not keep the process alive.
 */
export function workerPool<Task, Result>(
	script: string,
	size = Math.min(MOST_WORKERS, availableParallelism()),
): (task: Task) => Promise<Result> {
	const workers: Busy<Task, Result>[] = [];
	const waiting: Job<Task, Result>[] = [];

	function begin(): Busy<Task, Result> {
		const worker = beginWorker(script);
		const busy: Busy<Task, Result> = { worker, jobs: [] };
		worker.on("message", (result: Result) => {
			const job = busy.jobs.shift();
			if (busy.jobs.length === 0) worker.unref();
			handOut();
			job?.done(result);
		});
		// A worker that fails is gone: the next tasks have another.
		worker.once("error", (cause) => {
			workers.splice(workers.indexOf(busy), 1);
			const [job, ...rest] = busy.jobs;
			waiting.unshift(...rest);
			handOut();
			job?.failed(cause);
		});
		workers.push(busy);
		return busy;
	}

	/** The worker that has least to do; a new one while there may be more, and none is idle. */
	function leastBusy(): Busy<Task, Result> {
		const [least] = workers.toSorted((a, b) => a.jobs.length - b.jobs.length);
		return least && (least.jobs.length === 0 || workers.length === size) ? least : begin();
	}

	function handOut(): void {
		while (waiting.length > 0) {
			const { worker, jobs } = leastBusy();
			const job = jobs.length < AT_ONE_TIME ? waiting.shift() : undefined;
			if (!job) return;
			jobs.push(job);
			worker.ref();
			worker.postMessage(job.task);
		}
	}

	return (task) =>
		new Promise((done, failed) => {
			waiting.push({ task, done, failed });
			handOut();
		});
}
