import { parentPort, workerData } from "node:worker_threads";
import { type FileRows, fileOnDisk, filesOf } from "../../cache/on-disk.ts";
import { MANIFEST } from "../../offline/manifest.ts";
import { told } from "../../workers/thread.ts";
import { type OutputSize, outputSize, sizedFiles } from "../output-size.ts";
import { beginPack, type Packing } from "./pack.ts";

/** Files that are there. */
export interface Seen {
	/** As they lie on the disk. */
	files?: FileRows;
	/** By their paths in the site. */
	names?: readonly string[];
	/** Paths of those that were seen, and are gone. */
	gone?: readonly string[];
}

/** What this thread is to do: look at files, write the copy, or say how large the site is, and end. */
export type CopyTask = { see: Seen } | "write" | "size";

/** Where files of the copy lie in the site, and pages that explain it. */
const OF_COPY = ["offline", MANIFEST];

const packing: Packing = workerData;
const { folder, papers } = packing;
const pack = beginPack(packing);
const sizes = new Map<string, number>();

for (let task = await told<CopyTask>(); task !== "size"; task = await told<CopyTask>()) {
	if (task === "write") await pack.write();
	else see(task.see);
}
for (const { file, bytes } of OF_COPY.flatMap((at) => sizedFiles(folder, at))) {
	sizes.set(file, bytes);
}
const all = Array.from(sizes, ([file, bytes]) => ({ file, bytes }));
parentPort?.postMessage(outputSize(all, papers) satisfies OutputSize);

function see({ files, names = [], gone = [] }: Seen): void {
	const found = [
		...(files ? filesOf(files) : []),
		...names.flatMap((name) => fileOnDisk(folder, name) ?? []),
	];
	for (const name of gone) sizes.delete(name);
	for (const { name, bytes } of found) sizes.set(name, Number(bytes));
	pack.remove(gone);
	pack.add(found);
}
