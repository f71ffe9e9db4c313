import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { readSealed, writeSealed } from "./sealed.ts";

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
		const content = deserialize(readSealed(file) ?? new Uint8Array());
		if (content.context === context && content.kept instanceof Map) return content.kept;
	} catch {
		// All that it could say is made anew.
	}
	return new Map();
}

/** Writes a file of a cache, whole or not at all: see {@link writeSealed}. */
export function writeKept<Value>(
	file: string,
	context: string,
	kept: ReadonlyMap<string, Kept<Value>>,
): void {
	writeSealed(file, serialize({ context, kept }));
}

/** A check sum of a text, or of bytes. */
export function digestOf(content: string | Uint8Array): string {
	return hash("sha256", content, "base64");
}

/**
 * The context of what `paths` make, files and folders with all in them, beside all packages, Node,
 * and `settings` (JSON). What is not there is left out. From the working folder: the sources
 * decide, wherever the caller was bundled to.
 */
export function contextOf(paths: readonly string[], settings: unknown): string {
	const hash = createHash("sha256").update(JSON.stringify([process.version, settings]));
	for (const file of [...paths.flatMap(filesBelow), "package-lock.json"]) {
		hash.update(`${file}\n`).update(readFileSync(file));
	}
	return hash.digest("hex");
}

function filesBelow(place: string): string[] {
	const found = statSync(place, { throwIfNoEntry: false });
	if (!found?.isDirectory()) return found ? [place] : [];
	return readdirSync(place, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile() && !item.name.endsWith(".test.ts"))
		.map((item) => path.join(item.parentPath, item.name))
		.sort();
}
