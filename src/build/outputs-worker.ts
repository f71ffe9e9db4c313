import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type FileRows, filesOnDisk, rowsOf } from "../cache/on-disk.ts";

/** Two outputs that this thread is to look at and to compare; either need not be there. */
export interface OutputsTask {
	last: string;
	spare: string;
}

/** What they hold. */
export interface OutputsFound {
	last: FileRows;
	spare: SpareFound | undefined;
}

/** Paths within the output of the build before the last. */
export interface SpareFound {
	/** Files that are the same file (inode) in the last. */
	same: string[];
	/** All other files. */
	other: string[];
	folders: string[];
}

const { last, spare }: OutputsTask = workerData;
const files = filesOnDisk(last);
const compared = existsSync(spare)
	? compare(new Map(files.map(({ name, inode }) => [name, inode])))
	: undefined;
const found: OutputsFound = { last: rowsOf(files), spare: compared };
parentPort?.postMessage(found, [found.last.numbers.buffer as ArrayBuffer]);

function compare(inodes: ReadonlyMap<string, bigint>): SpareFound {
	const found: SpareFound = { same: [], other: [], folders: [] };
	const isOneDisk = existsSync(last) && statSync(last).dev === statSync(spare).dev;
	for (const item of readdirSync(spare, { recursive: true, withFileTypes: true })) {
		const place = path.join(item.parentPath, item.name);
		const name = path.relative(spare, place);
		if (item.isDirectory()) found.folders.push(name);
		else if (isOneDisk && inodes.get(name) === inodeOf(place)) found.same.push(name);
		else found.other.push(name);
	}
	return found;
}

function inodeOf(file: string): bigint | undefined {
	return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}
