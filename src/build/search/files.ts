import { hash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { digestOf } from "../../cache/kept.ts";
import { type EncodedWord, encodedWords, withoutMark } from "../../search/pagefind-files.ts";

/** Files of a search index: path within `pagefind/` to bytes. */
export type SearchFiles = Map<string, Uint8Array>;

/** A packed file and the name that its bytes give it. */
export interface Packed {
	name: string;
	bytes: Uint8Array;
}

/** Packed files by the check sum of what is packed in them. */
export type PackedFiles = ReadonlyMap<string, Packed>;

/** Characters of a SHA-256 that name a file: 64 bits. */
const NAME_LENGTH = 16;

/** The level at which gzip packs best. */
const BEST = 9;

/** The files of a search index while they are made. */
export class Bundle {
	readonly files: SearchFiles = new Map();
	/** What was packed for this bundle, or for one before it. */
	readonly packed = new Map<string, Packed>();
	readonly #before: PackedFiles;
	#sums: ReadonlyMap<string, string> | undefined;

	/** Packing takes most of the time: what is in `before` is not packed again. */
	constructor(before: PackedFiles = new Map()) {
		this.#before = before;
	}

	/** Packs a file, adds it under the name that its bytes give, and returns that name. */
	add(
		folder: string,
		extension: string,
		content: Uint8Array,
		{ prefix = "", level = BEST }: { prefix?: string; level?: number } = {},
	): string {
		const { name, bytes } = this.pack(content, level);
		this.files.set(`${folder && `${folder}/`}${prefix}${name}.${extension}`, bytes);
		return name;
	}

	/** Adds a file that was packed before, by its name. */
	keep(folder: string, extension: string, name: string): void {
		this.#sums ??= new Map(Array.from(this.#before, ([sum, { name }]) => [name, sum]));
		const sum = this.#sums.get(name) ?? "";
		const packed = this.#before.get(sum);
		if (!packed) throw new Error(`the file ${name} of the search index before is not known`);
		this.packed.set(sum, packed);
		this.files.set(`${folder}/${name}.${extension}`, packed.bytes);
	}

	/** Packs a file, unless it was packed before. `level` is that of gzip. */
	pack(content: Uint8Array, level = BEST): Packed {
		const sum = digestOf(content);
		const packed = this.#before.get(sum) ?? pack(content, level);
		this.packed.set(sum, packed);
		return packed;
	}
}

/** The words of packed chunks, in their order. A chunk is unpacked when it is asked for. */
export function* wordsOfChunks(chunks: Iterable<Uint8Array>): Generator<EncodedWord> {
	for (const chunk of chunks) yield* encodedWords(withoutMark(gunzipSync(chunk)));
}

/** The name that its bytes give to a file. */
export function nameOf(content: Uint8Array | string): string {
	return hash("sha256", content, "hex").slice(0, NAME_LENGTH);
}

/** The same bytes on every machine: the header of gzip holds neither time nor system. */
function pack(content: Uint8Array, level: number): Packed {
	// What gzip gives is part of a memory of 16 kB, which would be kept with it.
	const bytes = Buffer.from(gzipSync(content, { level }));
	bytes[9] = 255;
	return { name: nameOf(bytes), bytes };
}
