import { existsSync, readdirSync, rmdirSync, statSync, unlinkSync } from "node:fs";
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

/** The files of a folder; none where it is not there. */
export function filesOnDisk(folder: string): OnDisk[] {
	return listed(folder).flatMap((name) => fileOnDisk(folder, name) ?? []);
}

/** A file of a folder by its path there; nothing where there is none. */
export function fileOnDisk(folder: string, name: string): OnDisk | undefined {
	// To normalise 60,000 paths takes a while.
	const found = statSync(`${folder}/${name}`, { bigint: true, throwIfNoEntry: false });
	return found?.isFile()
		? { name, inode: found.ino, bytes: found.size, changed: found.mtimeNs }
		: undefined;
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

/** All that is no folder in a folder, by its path there; none where it is not there. */
export function listed(folder: string): string[] {
	const found: string[] = [];
	if (existsSync(folder)) list(folder, "", found);
	return found;
}

function list(folder: string, below: string, found: string[]): void {
	for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
		const name = below + entry.name;
		if (entry.isDirectory()) list(folder, `${name}/`, found);
		else found.push(name);
	}
}

/** Files and folders by when they were changed, the newest first. */
export function newestOnDisk(places: readonly string[]): string[] {
	return places
		.map((place) => ({ place, at: statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
		.sort((a, b) => b.at - a.at)
		.map(({ place }) => place);
}

/** Removes files of a folder, given by their paths in it, and the folders that have nothing but them. */
export function removeFiles(folder: string, names: readonly string[]): void {
	for (const name of names) unlinkSync(path.join(folder, name));
	for (const within of new Set(names.map((name) => path.dirname(name)))) {
		try {
			if (within !== ".") rmdirSync(path.join(folder, within));
		} catch {
			// Other files are in it.
		}
	}
}
