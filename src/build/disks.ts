import { existsSync, statSync } from "node:fs";
import path from "node:path";

/** A folder, or the nearest one above it that there is. */
export function existing(folder: string): string {
	const at = path.resolve(folder);
	return existsSync(at) || path.dirname(at) === at ? at : existing(path.dirname(at));
}

/** Whether two folders, which need not be there yet, are on one file system: files are moved only within one. */
export function onOneDisk(a: string, b: string): boolean {
	return statSync(existing(a)).dev === statSync(existing(b)).dev;
}
