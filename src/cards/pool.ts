import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CardText } from "./text.ts";

/** From the working folder: what draws must be the source, wherever this file was bundled to. */
const DRAWER = path.resolve("src/cards/worker.ts");

/** Astro asks for no more cards at one time, and each worker takes 100 MB. */
const MOST_WORKERS = 4;

interface Job {
	text: CardText;
	done(png: Buffer): void;
	failed(cause: unknown): void;
}

/**
 * A function that draws cards beside the main thread. A picture is megabytes while
 * it is drawn, which in the heap of a whole build would cost more to clear away than
 * to draw. Workers start with the first cards, and do not keep the process alive.
 */
export function cardPool(
	size = Math.min(MOST_WORKERS, availableParallelism()),
): (text: CardText) => Promise<Buffer> {
	const idle: Worker[] = [];
	const waiting: Job[] = [];
	let busy = 0;

	function work(): void {
		const job = busy < size ? waiting.shift() : undefined;
		if (!job) return;
		const worker = idle.pop() ?? new Worker(DRAWER, { execArgv: [] });
		const rest = (): void => {
			worker.removeAllListeners("message").removeAllListeners("error").unref();
			busy--;
			work();
		};
		busy++;
		worker.ref();
		worker.once("message", (png: Uint8Array) => {
			idle.push(worker);
			rest();
			job.done(Buffer.from(png));
		});
		// A worker that fails is gone: the next card has another.
		worker.once("error", (cause) => {
			rest();
			job.failed(cause);
		});
		worker.postMessage(job.text);
	}

	return (text) =>
		new Promise((done, failed) => {
			waiting.push({ text, done, failed });
			work();
		});
}
