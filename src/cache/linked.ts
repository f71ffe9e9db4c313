import { hash } from "node:crypto";
import { linkSync, mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isAsWritten, type Written, writtenAt } from "./last-output.ts";
import { fileOnDisk, type OnDisk, removeFiles } from "./on-disk.ts";

/** Files that a build has written, by the check sums of their contents: path within the folder, and how it was written. */
export type WrittenFiles = ReadonlyMap<string, { name: string; as: Written }>;

/** What has become of a folder: paths within it. */
export interface FilledFolder {
	written: WrittenFiles;
	/** Files that were not there before. */
	come: string[];
	/** Files that were there, and are not any more. */
	gone: string[];
}

/** Files that are on their way to the disk at one time. */
const IN_FLIGHT = 200;

/** What is there already. */
export interface Before {
	/** Where the files were written before. */
	folder: string;
	written: WrittenFiles;
	/** Files of the folder that is written now which are hard links to those of the one before. */
	shared: readonly OnDisk[];
}

/**
 * Writes files into a folder: path to bytes. What lies in the folder `before` as it was written there
 * is linked, not written again, or is there already; what else is shared is removed. The next build may be
 * given what was written.
 */
export async function writeFiles(
	folder: string,
	files: ReadonlyMap<string, Uint8Array>,
	before: Before,
): Promise<FilledFolder> {
	const sums = Array.from(files, ([name, content]) => ({ name, content, sum: sumOf(content) }));
	const written = new Map<string, { name: string; as: Written }>();
	const left = new Map(before.shared.map((file) => [file.name, file]));
	const missing = sums.filter(({ name, sum }) => {
		const known = before.written.get(sum);
		const there = left.get(name);
		if (!known || known.name !== name || !isAsWritten(there, known.as)) return true;
		written.set(sum, known);
		left.delete(name);
		return false;
	});
	// Nothing is written into a file that is shared.
	removeFiles(folder, [...left.keys()]);
	for (const name of new Set(missing.map(({ name }) => path.dirname(name)))) {
		mkdirSync(path.join(folder, name), { recursive: true });
	}
	const rest = missing.filter(({ name, sum }) => {
		const known = before.written.get(sum);
		if (!known || !linked(before.folder, known, path.join(folder, name))) return true;
		written.set(sum, { name, as: known.as });
		return false;
	});
	for (let at = 0; at < rest.length; at += IN_FLIGHT) {
		await Promise.all(
			rest.slice(at, at + IN_FLIGHT).map(async ({ name, sum, content }) => {
				const file = path.join(folder, name);
				await writeFile(file, content);
				const as = writtenAt(file);
				if (as) written.set(sum, { name, as });
			}),
		);
	}
	const come = missing.map(({ name }) => name);
	const stays = new Set(come);
	return { written, come, gone: [...left.keys()].filter((name) => !stays.has(name)) };
}

function sumOf(content: Uint8Array): string {
	return hash("sha256", content, "base64");
}

function linked(folder: string, { name, as }: { name: string; as: Written }, to: string): boolean {
	if (!isAsWritten(fileOnDisk(folder, name), as)) return false;
	try {
		linkSync(path.join(folder, name), to);
		return true;
	} catch {
		// The system does not link files, or not there: it is written again.
		return false;
	}
}
