import { createHash } from "node:crypto";
import { linkSync, mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Written, writtenAt } from "./last-output.ts";

/** Files that a build has written, by the check sums of their contents: path within the folder, and how it was written. */
export type WrittenFiles = ReadonlyMap<string, { name: string; as: Written }>;

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
	const written = new Map<string, { name: string; as: Written }>();
	const rest: { name: string; sum: string; content: Uint8Array }[] = [];
	for (const [name, content] of files) {
		const sum = createHash("sha256").update(content).digest("base64");
		const known = before.written.get(sum);
		if (known && linked(path.join(before.folder, known.name), path.join(folder, name), known.as)) {
			written.set(sum, { name, as: known.as });
		} else rest.push({ name, sum, content });
	}
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
	return written;
}

function linked(from: string, to: string, as: Written): boolean {
	const found = writtenAt(from);
	if (found?.size !== as.size || found.modified !== as.modified) return false;
	try {
		linkSync(from, to);
		return true;
	} catch {
		// The system does not link files, or not there: it is written again.
		return false;
	}
}
