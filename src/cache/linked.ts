import { createHash } from "node:crypto";
import { linkSync, lstatSync, mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";

/** A file that a build has written. */
export interface Written {
	/** Path within the folder. */
	name: string;
	/** What the system says of it: another one, or one that was changed since, has another mark. */
	mark: string;
}

/** Files of a folder by the check sums of their contents. */
export type WrittenFiles = ReadonlyMap<string, Written>;

/** Files that are on their way to the disk at one time. */
const IN_FLIGHT = 200;

/**
 * Writes files into a folder: path to bytes. What lies in the folder `before` as it was written there
 * is linked, not written again. Returns what the next build may be given.
 */
export async function writeFiles(
	folder: string,
	files: ReadonlyMap<string, Uint8Array>,
	before: { folder: string; written: WrittenFiles },
): Promise<WrittenFiles> {
	for (const name of new Set([...files.keys()].map((file) => path.dirname(file)))) {
		mkdirSync(path.join(folder, name), { recursive: true });
	}
	const written = new Map<string, Written>();
	const rest: { name: string; sum: string; content: Uint8Array }[] = [];
	for (const [name, content] of files) {
		const sum = createHash("sha256").update(content).digest("base64");
		const known = before.written.get(sum);
		if (known && linked(path.join(before.folder, known.name), path.join(folder, name), known)) {
			written.set(sum, { name, mark: known.mark });
		} else rest.push({ name, sum, content });
	}
	for (let at = 0; at < rest.length; at += IN_FLIGHT) {
		await Promise.all(
			rest.slice(at, at + IN_FLIGHT).map(async ({ name, sum, content }) => {
				const file = path.join(folder, name);
				await writeFile(file, content);
				written.set(sum, { name, mark: markOf(file) });
			}),
		);
	}
	return written;
}

function linked(from: string, to: string, { mark }: Written): boolean {
	try {
		if (markOf(from) !== mark) return false;
		linkSync(from, to);
		return true;
	} catch {
		// It is not there any more, or the system does not link: it is written again.
		return false;
	}
}

function markOf(file: string): string {
	const { ino, size, mtimeNs } = lstatSync(file, { bigint: true });
	return `${ino} ${size} ${mtimeNs}`;
}
