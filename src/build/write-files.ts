import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listed, removeFiles } from "../cache/on-disk.ts";

/** Writes files into a folder, by their paths within it. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}

/** Has a folder hold these files and no others: those that are there already are not written again. */
export function holdFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	const others = listed(folder).filter((name) => !files.has(name));
	removeFiles(folder, others);
	writeFiles(folder, new Map([...files].filter(([name, bytes]) => !holds(folder, name, bytes))));
}

function holds(folder: string, name: string, bytes: Uint8Array): boolean {
	try {
		return readFileSync(path.join(folder, name)).equals(bytes);
	} catch {
		return false;
	}
}
