import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then
 * takes its name. The only place of the project that writes into `content/`.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
	const folder = path.dirname(file);
	mkdirSync(folder, { recursive: true });
	// A short name of its own: the file's may be as long as the file system takes.
	const temporary = path.join(folder, `.${process.pid}.tmp`);
	try {
		writeFileSync(temporary, content, { flush: true });
		renameSync(temporary, file);
	} catch (cause) {
		rmSync(temporary, { force: true });
		throw cause;
	}
}
