import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";

/** Two outputs that this thread is to compare. */
export interface SpareTask {
	folder: string;
	last: string;
}

/** Paths within `folder`. */
export interface SpareFound {
	/** Files that are the same file (inode) in `last`. */
	same: string[];
	/** All other files. */
	other: string[];
	folders: string[];
}

const { folder, last }: SpareTask = workerData;
const found: SpareFound = { same: [], other: [], folders: [] };
for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
	const place = path.join(item.parentPath, item.name);
	const name = path.relative(folder, place);
	if (item.isDirectory()) found.folders.push(name);
	else (isSame(place, path.join(last, name)) ? found.same : found.other).push(name);
}
parentPort?.postMessage(found);

function isSame(one: string, other: string): boolean {
	const a = statSync(one, { bigint: true, throwIfNoEntry: false });
	const b = statSync(other, { bigint: true, throwIfNoEntry: false });
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
