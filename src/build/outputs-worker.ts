import { existsSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type FileRows, fileOnDisk, filesOnDisk, listed, rowsOf } from "../cache/on-disk.ts";

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
	const { files, folders } = listed(spare);
	const found: SpareFound = { same: [], other: [], folders };
	const isOneDisk = existsSync(last) && statSync(last).dev === statSync(spare).dev;
	for (const name of files) {
		const inode = isOneDisk ? fileOnDisk(spare, name)?.inode : undefined;
		const isSame = inode !== undefined && inodes.get(name) === inode;
		(isSame ? found.same : found.other).push(name);
	}
	return found;
}
