import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then
 * takes its name. This file alone writes into `content/`.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
	mkdirSync(path.dirname(file), { recursive: true });
	const temporary = temporaryBeside(file);
	try {
		writeFileSync(temporary, content, { flush: true });
		renameSync(temporary, file);
	} catch (cause) {
		rmSync(temporary, { force: true });
		throw cause;
	}
}

/** As many as a disk writes for the price of a few: it takes what is flushed meanwhile along. */
const AT_ONCE = 16;

/**
 * Writes many files, each whole or not at all, several at a time; `onWritten` is told how many
 * are. After a failure no further one is begun, and it is thrown.
 */
export async function writeAll(
	files: readonly { file: string; text: string }[],
	onWritten: (done: number) => void = () => undefined,
): Promise<void> {
	for (const folder of new Set(files.map(({ file }) => path.dirname(file)))) {
		await mkdir(folder, { recursive: true });
	}
	const queue = files.entries();
	let failed = false;
	const work = async () => {
		for (const [at, { file, text }] of queue) {
			if (failed) return;
			onWritten(at);
			const temporary = temporaryBeside(file, at);
			try {
				await writeFile(temporary, text, { flush: true });
				await rename(temporary, file);
			} catch (cause) {
				failed = true;
				await rm(temporary, { force: true });
				throw cause;
			}
		}
	};
	const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
	for (const worker of ended) if (worker.status === "rejected") throw worker.reason;
}

/** A short name of its own: the file's may be as long as the file system takes. */
function temporaryBeside(file: string, number?: number): string {
	const name = number === undefined ? process.pid : `${process.pid}-${number}`;
	return path.join(path.dirname(file), `.${name}.tmp`);
}
