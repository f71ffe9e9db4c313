import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** How a file of a folder lies on the disk. */
export interface OnDisk {
	/** Path within the folder. */
	name: string;
	inode: bigint;
	bytes: bigint;
	/** Nanoseconds. */
	changed: bigint;
}

/** Many of them, as they are handed from thread to thread. */
export interface FileRows {
	names: string[];
	/** Of each its inode, its bytes and when it was changed. */
	numbers: BigInt64Array;
}

const COLUMNS = 3;

/** The files of a folder, or of a folder in it (with a slash at its end); none where it is not there. */
export function filesOnDisk(folder: string, below = ""): OnDisk[] {
	return filesBelow(folder, below).flatMap((name) => fileOnDisk(folder, name) ?? []);
}

/** A file of a folder by its path there; nothing where there is none. */
export function fileOnDisk(folder: string, name: string): OnDisk | undefined {
	const found = statSync(path.join(folder, name), { bigint: true, throwIfNoEntry: false });
	return found && { name, inode: found.ino, bytes: found.size, changed: found.mtimeNs };
}

/** Packs files for another thread. */
export function rowsOf(files: readonly OnDisk[]): FileRows {
	const numbers = new BigInt64Array(COLUMNS * files.length);
	for (const [at, { inode, bytes, changed }] of files.entries()) {
		numbers.set([inode, bytes, changed], COLUMNS * at);
	}
	return { names: files.map(({ name }) => name), numbers };
}

/** Files that another thread has packed. */
export function filesOf({ names, numbers }: FileRows): OnDisk[] {
	return names.map((name, at) => {
		const [inode = 0n, bytes = 0n, changed = 0n] = numbers.subarray(COLUMNS * at);
		return { name, inode, bytes, changed };
	});
}

function filesBelow(folder: string, below: string): string[] {
	const place = path.join(folder, below);
	if (!statSync(place, { throwIfNoEntry: false })) return [];
	return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
		const name = below + entry.name;
		if (entry.isDirectory()) return filesBelow(folder, `${name}/`);
		return entry.isFile() ? [name] : [];
	});
}
