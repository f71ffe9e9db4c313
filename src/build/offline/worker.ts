import { parentPort } from "node:worker_threads";
import { type Packing, writeOfflineCopy } from "./pack.ts";

/** An error ends the thread and reaches whoever asked. */
parentPort?.on("message", async (packing: Packing) => {
	parentPort?.postMessage(await writeOfflineCopy(packing));
});
