import { Worker } from "node:worker_threads";

/**
 * What a script says that is run once in a thread of its own, with `data` as its `workerData`; nothing
 * where it ends without a word. Rejects with the error that ended it.
 */
export function inThread<Result = void>(script: URL, data: unknown): Promise<Result> {
	const worker = new Worker(script, { workerData: data, execArgv: [] });
	return new Promise((done, failed) => {
		worker.once("message", done);
		worker.once("error", failed);
		worker.once("exit", (code) => {
			if (code === 0) done(undefined as Result);
			else failed(new Error(`${script.pathname}: the thread ended with ${code}`));
		});
	});
}
