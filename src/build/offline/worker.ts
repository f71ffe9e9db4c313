import { parentPort } from "node:worker_threads";
import {
	type FileRows,
	fileOnDisk,
	filesOf,
	filesOnDisk,
	type OnDisk,
} from "../../cache/on-disk.ts";
import type { SizedFile } from "../output-size.ts";
import { type BeginningPack, beginPack, type Packing } from "./pack.ts";

/** Files that are there. */
export interface Seen {
	/** As they lie on the disk. */
	files?: FileRows;
	/** By their paths in the site. */
	names?: readonly string[];
	/** All of a folder, with a slash at its end. */
	folder?: string;
}

/** What this thread is to do: begin, look at files, write the copy, or say which files it has seen. */
export type CopyTask = { begin: Packing } | { see: Seen } | "write" | "files";

let packing: Packing | undefined;
let pack: BeginningPack | undefined;
const sizes = new Map<string, number>();

/** An error ends the thread and reaches whoever asked. */
parentPort?.on("message", async (task: CopyTask) => {
	parentPort?.postMessage(await done(task));
});

async function done(task: CopyTask): Promise<SizedFile[]> {
	if (task === "files") return Array.from(sizes, ([file, bytes]) => ({ file, bytes }));
	if (task === "write") await pack?.write();
	else if ("begin" in task) {
		packing = task.begin;
		pack = beginPack(packing);
	} else if (packing) {
		const found = seen(packing.folder, task.see);
		for (const { name, bytes } of found) sizes.set(name, Number(bytes));
		pack?.add(found);
	}
	return [];
}

function seen(site: string, { files, names = [], folder }: Seen): OnDisk[] {
	return [
		...(files ? filesOf(files) : []),
		...names.flatMap((name) => fileOnDisk(site, name) ?? []),
		...(folder === undefined ? [] : filesOnDisk(site, folder)),
	];
}
