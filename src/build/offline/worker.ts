import { parentPort, workerData } from "node:worker_threads";
import {
	type FileRows,
	fileOnDisk,
	filesOf,
	filesOnDisk,
	type OnDisk,
} from "../../cache/on-disk.ts";
import { told } from "../../workers/thread.ts";
import type { SizedFile } from "../output-size.ts";
import { beginPack, type Packing } from "./pack.ts";

/** Files that are there. */
export interface Seen {
	/** As they lie on the disk. */
	files?: FileRows;
	/** By their paths in the site. */
	names?: readonly string[];
	/** All of a folder, with a slash at its end. */
	folder?: string;
}

/** What this thread is to do: look at files, write the copy, or say which files it has seen, and end. */
export type CopyTask = { see: Seen } | "write" | "files";

const packing: Packing = workerData;
const pack = beginPack(packing);
const sizes = new Map<string, number>();

for (let task = await told<CopyTask>(); task !== "files"; task = await told<CopyTask>()) {
	if (task === "write") await pack.write();
	else {
		const found = seen(packing.folder, task.see);
		for (const { name, bytes } of found) sizes.set(name, Number(bytes));
		pack.add(found);
	}
}
const all: SizedFile[] = Array.from(sizes, ([file, bytes]) => ({ file, bytes }));
parentPort?.postMessage(all);

function seen(site: string, { files, names = [], folder }: Seen): OnDisk[] {
	return [
		...(files ? filesOf(files) : []),
		...names.flatMap((name) => fileOnDisk(site, name) ?? []),
		...(folder === undefined ? [] : filesOnDisk(site, folder)),
	];
}
