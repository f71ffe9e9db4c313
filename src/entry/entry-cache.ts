import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Entry } from "./read.ts";

/** Entries as they were read before, by the text of their files. */
export interface EntryCache {
	/** The entry that this text gave, or `undefined` where it has to be read. */
	recall(file: string, text: string): Entry | undefined;
	/** Keeps what a text gave. Entries with problems are not kept: they are told anew each time. */
	keep(file: string, text: string, entry: Entry): void;
	/** Writes what is new, and drops what was not asked for since the cache was opened. */
	save(): void;
}

interface Kept {
	digest: string;
	entry: Entry;
}

/** Files of a cache: one changed entry has one of them written anew. */
const SHARDS = 64;

/**
 * A cache in a folder. `context` names everything beside the text that decides what an
 * entry is: what was kept under another one is not used. A file that is damaged, or of
 * another version of Node, counts as none.
 */
export function entryCache(folder: string, context: string): EntryCache {
	const shards = new Map<number, { before: Map<string, Kept>; now: Map<string, Kept> }>();
	const shardOf = (file: string) => {
		const number = createHash("sha256").update(file).digest().readUInt32BE() % SHARDS;
		let shard = shards.get(number);
		if (!shard) {
			shards.set(number, (shard = { before: readShard(fileOf(number), context), now: new Map() }));
		}
		return shard;
	};
	const fileOf = (number: number) => path.join(folder, `${number}.bin`);
	return {
		recall(file, text) {
			const { before, now } = shardOf(file);
			const kept = before.get(file);
			if (kept?.digest !== digestOf(text)) return undefined;
			now.set(file, kept);
			return kept.entry;
		},
		keep(file, text, entry) {
			shardOf(file).now.set(file, { digest: digestOf(text), entry });
		},
		save() {
			mkdirSync(folder, { recursive: true });
			for (const [number, { before, now }] of shards) {
				const same =
					before.size === now.size && [...now].every(([file, kept]) => before.get(file) === kept);
				if (!same) writeWhole(fileOf(number), serialize({ context, kept: now }));
				shards.set(number, { before: now, now: new Map() });
			}
		},
	};
}

/** What decides how an entry is read, beside its text: the code that reads it, its packages, and `settings`. */
export function readingContext(settings: unknown): string {
	const hash = createHash("sha256").update(JSON.stringify([process.version, settings]));
	// From the working folder: the sources, wherever this file was bundled to.
	for (const folder of ["src/entry", "src/paper"]) {
		for (const name of readdirSync(folder).sort()) {
			if (name.includes(".test.")) continue;
			hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
		}
	}
	return hash.update(readFileSync("package-lock.json")).digest("hex");
}

function digestOf(text: string): string {
	return createHash("sha256").update(text).digest("base64");
}

function readShard(file: string, context: string): Map<string, Kept> {
	try {
		const shard = deserialize(readFileSync(file));
		if (shard.context === context && shard.kept instanceof Map) return shard.kept;
	} catch {
		// Not there, damaged or of another version: the entries are read anew.
	}
	return new Map();
}

function writeWhole(file: string, content: Uint8Array): void {
	const writing = `${file}.${randomUUID()}.tmp`;
	writeFileSync(writing, content);
	renameSync(writing, file);
}
