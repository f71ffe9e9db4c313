import { createHash, hash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** What was made of something, and the check sum of all that it was made of. */
export interface Kept<Value> {
	digest: string;
	value: Value;
}

/**
 * What a file of a cache holds, by name. `context` says what made it: what was kept under
 * another one is not used. A file that is not there, is damaged, or was written by another
 * version of Node counts as empty: a cache may be deleted at any time.
 */
export function readKept<Value>(file: string, context: string): Map<string, Kept<Value>> {
	try {
		const content = deserialize(readFileSync(file));
		if (content.context === context && content.kept instanceof Map) return content.kept;
	} catch {
		// All that it could say is made anew.
	}
	return new Map();
}

/** Writes a file of a cache, whole or not at all. */
export function writeKept<Value>(
	file: string,
	context: string,
	kept: ReadonlyMap<string, Kept<Value>>,
): void {
	mkdirSync(path.dirname(file), { recursive: true });
	const writing = `${file}.${randomUUID()}.tmp`;
	writeFileSync(writing, serialize({ context, kept }));
	renameSync(writing, file);
}

/** A check sum of a text, or of bytes. */
export function digestOf(content: string | Uint8Array): string {
	return hash("sha256", content, "base64");
}

/**
 * The context of what `folders` of `src/` make: their code, all packages, Node, and `settings`
 * (JSON). From the working folder: the sources decide, wherever the caller was bundled to.
 */
export function contextOf(folders: readonly string[], settings: unknown): string {
	const hash = createHash("sha256").update(JSON.stringify([process.version, settings]));
	for (const folder of folders) {
		for (const name of readdirSync(folder).sort()) {
			if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
			hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
		}
	}
	return hash.update(readFileSync("package-lock.json")).digest("hex");
}
