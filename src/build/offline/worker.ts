import { parentPort } from "node:worker_threads";
import type { SizedFile } from "../output-size.ts";
import { fileOnDisk, filesOnDisk, type OnDisk } from "./files.ts";
import { type Packing, writeOfflineCopy } from "./pack.ts";

/** What this thread is to do: look at the files that are there already, or write the copy. */
export type CopyTask =
	| { look: string }
	| {
			packing: Packing;
			/** Files that were written since, by their paths in the site. */
			written: readonly string[];
			/** Folders that were written since. */
			folders: readonly string[];
	  };

const known = new Map<string, OnDisk>();

/** An error ends the thread and reaches whoever asked. */
parentPort?.on("message", async (task: CopyTask) => {
	parentPort?.postMessage(await done(task));
});

/** Gives the size of each file, but for those of the copy. */
async function done(task: CopyTask): Promise<SizedFile[]> {
	if ("look" in task) {
		for (const file of filesOnDisk(task.look)) known.set(file.name, file);
		return [];
	}
	const { packing, written, folders } = task;
	for (const name of written) {
		const file = fileOnDisk(packing.folder, name);
		if (file) known.set(name, file);
	}
	for (const below of folders) {
		for (const file of filesOnDisk(packing.folder, below)) known.set(file.name, file);
	}
	const files = [...known.values()];
	await writeOfflineCopy(packing, files);
	return files.map(({ name, bytes }) => ({ file: name, bytes: Number(bytes) }));
}
