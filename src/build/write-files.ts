import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes files into a folder, by their paths within it. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
	for (const [name, bytes] of files) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}
