import { gunzipSync } from "node:zlib";
import { digestOf } from "../../cache/kept.ts";
import { type EncodedOutline, encodedOutlines } from "../../search/outlines.ts";
import { type EncodedWord, withoutMark } from "../../search/pagefind-files.ts";
import type { IndexedPage } from "./bundle.ts";
import { type PackedFiles, type SearchFiles, wordsOfChunks } from "./files.ts";
import type { SearchRecord } from "./record.ts";
import type { KnownWords } from "./vocabulary.ts";

/** A paper of an index that was built before. */
export interface KnownPage extends IndexedPage {
	/** Check sum of its record, or of all that decides it. */
	sum: string;
}

/** A chunk of an index that was built before. */
export interface KnownChunk {
	/** Its first word. */
	from: string;
	last: string;
	name: string;
	/** Bytes of its words. */
	size: number;
}

/** What an index that was built says about its papers: all that the next one need not ask Pagefind. */
export interface KnownIndex {
	/** Pagefind's version, as its files name it. */
	version: string;
	/** Pagefind's engine and its entry file. */
	engine: SearchFiles;
	fields: readonly string[];
	/** In the order of their numbers. */
	pages: readonly KnownPage[];
	words: KnownWords;
	/** In order. */
	chunks: readonly KnownChunk[];
	/** Names of the files of outlines, in order. */
	outlines: readonly string[];
	packed: PackedFiles;
}

/** What is known before the first build. */
export const NOTHING_KNOWN: KnownIndex = {
	version: "",
	engine: new Map(),
	fields: [],
	pages: [],
	words: new Map(),
	chunks: [],
	outlines: [],
	packed: new Map(),
};

/** What parts the papers of an index from those of the one before. */
export interface Changes {
	/** Check sum of each record. */
	sums: readonly string[];
	/** Number of each paper before to its number now; -1 for those that are not there as they were. */
	numbers: Int32Array;
	/** Numbers of the papers that were not there, or not so. */
	come: readonly number[];
}

/**
 * Compares records with the papers of the index before. `given` are check sums of all that their papers
 * say: which of the names in a paper others have too is the rest of a record.
 */
export function changesTo(
	records: readonly SearchRecord[],
	before: KnownIndex,
	given?: readonly string[],
): Changes {
	const sums = given
		? records.map(({ filters }, number) => `${given[number]} ${filters.author?.join("\n") ?? ""}`)
		: records.map((record) => digestOf(JSON.stringify(record)));
	const now = new Map(sums.map((sum, number) => [sum, number]));
	const known = new Set(before.pages.map(({ sum }) => sum));
	return {
		sums,
		numbers: Int32Array.from(before.pages, ({ sum }) => now.get(sum) ?? -1),
		come: [...records.keys()].filter((number) => !known.has(sums[number] ?? "")),
	};
}

/** The bytes of the packed files of a known index, by their names. */
export function packedByName({ packed }: KnownIndex): (name: string) => Uint8Array {
	const bytesOf = new Map(Array.from(packed.values(), ({ name, bytes }) => [name, bytes]));
	return (name) => {
		const bytes = bytesOf.get(name);
		if (!bytes) throw new Error(`the file ${name} of the search index before is not known`);
		return bytes;
	};
}

/** The words of a known index, in order. */
export function knownIndexWords(known: KnownIndex): Generator<EncodedWord> {
	const bytesOf = packedByName(known);
	return wordsOfChunks(known.chunks.map(({ name }) => bytesOf(name)));
}

/** The outlines of a known index, in the order of their words. */
export function* knownOutlines(known: KnownIndex): Generator<EncodedOutline> {
	const bytesOf = packedByName(known);
	for (const name of known.outlines) {
		yield* encodedOutlines(withoutMark(gunzipSync(bytesOf(name))));
	}
}
