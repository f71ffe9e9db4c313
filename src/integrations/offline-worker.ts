import { parentPort } from "node:worker_threads";
import { writeOfflineCopy } from "./offline-pack.ts";

/** What this thread is to do: the offline copy of the site that is built in `folder`, published under `base`. */
export interface PackTask {
	folder: string;
	base: string;
}

/** An error ends the thread and reaches whoever asked. */
parentPort?.on("message", async ({ folder, base }: PackTask) => {
	parentPort?.postMessage(await writeOfflineCopy(folder, base));
});
