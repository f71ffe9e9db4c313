import { on } from "node:events";
import { parentPort } from "node:worker_threads";
import { beginWorker, type Running } from "./worker.ts";

/** A script that runs once in a thread of its own. */
export interface Thread<Result> {
	/** Hands it a message: see {@link told}. */
	tell(message: unknown): void;
	/**
	 * What it says; nothing where it ends without a word. Rejects with the error that ended it.
	 */
	said: Promise<Result>;
	/** Fulfilled when it has ended, which may be later. */
	ended: Promise<void>;
}

/**
 * Begins a script in a thread, with `data` as its `workerData`. Whoever waits for it is told of its
 * error; one that nobody waits for any more, since something else has failed before, is no error.
 */
export function beginThread<Result = void>(
	script: URL,
	data: unknown,
	running?: Running,
): Thread<Result> {
	const worker = beginWorker(script, data, running);
	const said = new Promise<Result>((done, failed) => {
		worker.once("message", done);
		worker.once("error", failed);
		worker.once("exit", (code) => {
			if (code === 0) done(undefined as Result);
			else failed(new Error(`${script.pathname}: the thread ended with ${code}`));
		});
	});
	said.catch(() => {});
	const ended = new Promise<void>((done) => worker.once("exit", () => done()));
	return { tell: (message) => worker.postMessage(message), said, ended };
}

/** What a script says that is run once in a thread, and soon waited for: see {@link beginThread}. */
export function inThread<Result = void>(script: URL, data: unknown): Promise<Result> {
	return beginThread<Result>(script, data, { isAwaited: true }).said;
}

let messages: AsyncIterator<[unknown]> | undefined;

/** What this thread is told first, next time what it is told then: messages wait for it. */
export async function told<Message>(): Promise<Message> {
	if (!parentPort) throw new Error("expected to run in a thread");
	messages ??= on(parentPort, "message") as AsyncIterator<[unknown]>;
	parentPort.ref();
	const { value } = await messages.next();
	// The thread ends when it has nothing else to do.
	parentPort.unref();
	return value[0];
}
