import { createHash, randomUUID } from "node:crypto";
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";

/** Bytes of the SHA-256 that stands in front of a file of a cache. */
const SEAL = 32;

/** A file that a build wrote halfway and left can go after this time, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/** Set once it was said: modules of a build are loaded apart from each other, and threads share the environment. */
const TOLD = "CACHE_UNWRITABLE_TOLD";

/**
 * The bytes that a file of a cache was written with. A file that is not there, cannot be read
 * or is not as it was written counts as none: a cache may be deleted at any time.
 */
export function readSealed(file: string): Buffer | undefined {
	try {
		const sealed = readFileSync(file);
		const bytes = sealed.subarray(SEAL);
		return sealOf(bytes).equals(sealed.subarray(0, SEAL)) ? bytes : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Writes a file of a cache, whole or not at all. Where that fails, for want of room or rights,
 * it is said once, and nothing is kept: that costs the next build time alone.
 */
export function writeSealed(file: string, bytes: Uint8Array): void {
	const writing = `${file}.${randomUUID()}.tmp`;
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(writing, Buffer.concat([sealOf(bytes), bytes]));
		renameSync(writing, file);
	} catch (cause) {
		remove(writing);
		tellUnwritable(path.dirname(file), cause);
	}
}

/** Says, once in a process and its threads, that a folder of a cache cannot be written, and what to do. */
export function tellUnwritable(folder: string, cause: unknown): void {
	if (process.env[TOLD]) return;
	process.env[TOLD] = "1";
	const found = cause instanceof Error ? cause.message.replace(/,? ['"].*$/, "") : String(cause);
	console.error(
		`${folder}: unexpected answer of the file system (${found}), expected to keep there what the next build can use\n    The result is the same, and next time takes as long. Make room there, or name another folder in OFFPRINT_CACHE.`,
	);
}

/** Removes from a folder of a cache what was left half-way an hour ago, and the files that `isWanted` does not know. */
export function sweep(folder: string, isWanted: (name: string) => boolean): void {
	for (const name of namesIn(folder)) {
		const file = path.join(folder, name);
		// Another build may be writing at this moment.
		if (name.endsWith(".tmp") ? isAbandoned(file) : !isWanted(name)) remove(file);
	}
}

function sealOf(bytes: Uint8Array): Buffer {
	return createHash("sha256").update(bytes).digest();
}

/** What is in a folder of a cache; nothing where there is none. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function isAbandoned(file: string): boolean {
	try {
		return Date.now() - statSync(file).mtimeMs > ABANDONED;
	} catch {
		return false;
	}
}

/** Removes a file of a cache, where that can be done. */
export function remove(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// It takes room, and is not read.
	}
}
