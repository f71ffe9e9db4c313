import { hash } from "node:crypto";
import path from "node:path";
import { digestOf, type Kept, readKept, writeKept } from "../cache/kept.ts";
import { sweep } from "../cache/sealed.ts";
import type { EntryCache, KnownEntry } from "../entry/read-content.ts";

/** Files of a cache: one changed entry has one of them written anew. */
const SHARDS = 64;

interface Shard {
	before: Map<string, Kept<KnownEntry>>;
	now: Map<string, Kept<KnownEntry>>;
}

/** The number of the file of the cache in which an entry is kept, from 0: threads that keep entries in different ones do not meet. */
export function shardNumber(file: string): number {
	return hash("sha256", file, "buffer").readUInt32BE() % SHARDS;
}

/** A cache of entries in a folder; `context` as in {@link readKept}. */
export function entryCache(folder: string, context: string): EntryCache {
	const shards = new Map<string, Shard>();
	const places = new Map<string, string>();
	const shardOf = (file: string) => {
		const at = places.get(file) ?? path.join(folder, `${shardNumber(file)}.bin`);
		places.set(file, at);
		const shard = shards.get(at) ?? { before: readKept<KnownEntry>(at, context), now: new Map() };
		shards.set(at, shard);
		return shard;
	};
	return {
		recall(file, text) {
			const { before, now } = shardOf(file);
			const kept = before.get(file);
			if (kept?.digest !== digestOf(text)) return undefined;
			now.set(file, kept);
			return kept.value;
		},
		retain(file) {
			const { before, now } = shardOf(file);
			const kept = before.get(file);
			if (kept) now.set(file, kept);
		},
		keep(file, text, known) {
			shardOf(file).now.set(file, { digest: digestOf(text), value: known });
		},
		save() {
			sweep(folder, () => true);
			for (const [at, { before, now }] of shards) {
				const same =
					before.size === now.size && [...now].every(([file, kept]) => before.get(file) === kept);
				if (!same) writeKept(at, context, now);
				shards.set(at, { before: now, now: new Map() });
			}
		},
	};
}
