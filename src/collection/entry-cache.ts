import path from "node:path";
import { digestOf, type Kept, readKept, writeKept } from "../cache/kept.ts";
import { sweep } from "../cache/sealed.ts";
import { untouched } from "../cache/untouched.ts";
import type { EntryCache, KnownEntry } from "../entry/read-content.ts";
import { type PackedEntry, packed, unpacked } from "./packed-entry.ts";

/** Files of a cache: one changed entry has one of them written anew. */
const SHARDS = 64;

/** What is in a file of the cache, and what of it or instead of it has been asked for. */
interface Shard {
	before: Map<string, Kept<PackedEntry>>;
	now: Map<string, Kept<PackedEntry>>;
}

/** The number of the file of the cache in which an entry is kept, from 0: threads that keep entries in different ones do not meet. */
export function shardNumber(file: string): number {
	let sum = 0;
	for (let at = 0; at < file.length; at++) sum = (Math.imul(sum, 31) + file.charCodeAt(at)) | 0;
	return (sum >>> 0) % SHARDS;
}

/** Whether a cache of entries in a folder holds any: of 500 and more, each of its files holds some. */
export function holdsEntries(folder: string, context: string): boolean {
	return readShard(folder, 0, context).size > 0;
}

/** A cache of entries in a folder; `context` as in {@link readKept}. */
export function entryCache(folder: string, context: string): EntryCache {
	const shards = new Map<number, Shard>();
	const files = untouched(folder);
	const sound = path.join(folder, "sound.bin");
	const known = new WeakMap<Kept<PackedEntry>, KnownEntry>();
	const shardOf = (file: string) => {
		const number = shardNumber(file);
		let shard = shards.get(number);
		if (!shard) {
			shard = { before: readShard(folder, number, context), now: new Map() };
			shards.set(number, shard);
		}
		return shard;
	};
	const recall = (file: string, digest: string) => {
		const { before, now } = shardOf(file);
		const kept = before.get(file);
		if (kept?.digest !== digest) return undefined;
		now.set(file, kept);
		let entry = known.get(kept);
		if (!entry) known.set(kept, (entry = unpacked(kept.value)));
		return entry;
	};
	return {
		untouched(file) {
			const digest = files.digestOf(file);
			return digest === undefined ? undefined : recall(file, digest);
		},
		recall(file, text) {
			const digest = digestOf(text);
			const entry = recall(file, digest);
			if (entry) files.note(file, digest);
			return entry;
		},
		keep(file, text, entry) {
			const digest = digestOf(text);
			const kept = { digest, value: packed(entry) };
			shardOf(file).now.set(file, kept);
			known.set(kept, entry);
			files.note(file, digest);
		},
		wereSound: (sum) => readKept<true>(sound, context).get(sum) !== undefined,
		areSound: (sum) => writeKept(sound, context, new Map([[sum, { digest: "", value: true }]])),
		save() {
			sweep(folder, () => true);
			for (const [number, { before, now }] of shards) {
				const same =
					before.size === now.size && [...now].every(([file, kept]) => before.get(file) === kept);
				if (!same) writeKept(shardFile(folder, number), context, now);
				shards.set(number, { before: now, now: new Map() });
			}
			files.save();
		},
	};
}

function readShard(folder: string, number: number, context: string) {
	return readKept<PackedEntry>(shardFile(folder, number), context);
}

function shardFile(folder: string, number: number): string {
	return path.join(folder, `${number}.bin`);
}
