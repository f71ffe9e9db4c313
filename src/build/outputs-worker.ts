import { existsSync, statSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import {
	type FileRows,
	fileOnDisk,
	filesOnDisk,
	listed,
	type OnDisk,
	rowsOf,
} from "../cache/on-disk.ts";

/** Two outputs that this thread is to look at and to compare; either need not be there. */
export interface OutputsTask {
	last: string;
	spare: string;
}

/** What they hold. */
export interface OutputsFound {
	/** Files of the last: where the other is there too, those alone that are in both. */
	last: FileRows;
	spare: SpareFound | undefined;
}

/** Paths within the output of the build before the last. */
export interface SpareFound {
	/** Files that are the same file (inode) in the last. */
	same: string[];
	/** All other files. */
	other: string[];
}

const { last, spare }: OutputsTask = workerData;
const found = existsSync(spare) ? compare() : { last: rowsOf(filesOnDisk(last)), spare: undefined };
parentPort?.postMessage(found, [found.last.numbers.buffer as ArrayBuffer]);

/** To list the last output as well would take as long as to look at all its files. */
function compare(): OutputsFound {
	const compared: SpareFound = { same: [], other: [] };
	const inLast: OnDisk[] = [];
	const isOneDisk = existsSync(last) && statSync(last).dev === statSync(spare).dev;
	for (const name of listed(spare)) {
		const file = fileOnDisk(last, name);
		if (file) inLast.push(file);
		const isSame = isOneDisk && file && fileOnDisk(spare, name)?.inode === file.inode;
		(isSame ? compared.same : compared.other).push(name);
	}
	return { last: rowsOf(inLast), spare: compared };
}
