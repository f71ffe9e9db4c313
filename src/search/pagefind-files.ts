import { type Cbor, CborReader, encodeCbor } from "./cbor.ts";

/**
 * Pagefind's files as Pagefind 1.5 writes and reads them (pagefind_web/src/metadata.rs,
 * index.rs and filter_index.rs of github.com/Pagefind/pagefind).
 */

/** `pagefind.<hash>.pf_meta`: what is needed to find the other files. */
export interface Meta {
	version: string;
	pages: { name: string; words: number }[];
	chunks: { from: string; to: string; name: string }[];
	filters: { filter: string; name: string }[];
	sorts: { sort: string; pages: number[] }[];
	/** Names of the fields that words are found in, in the order of their numbers. */
	fields: string[];
}

/** Where a word stands in one page. */
export interface Place {
	page: number;
	/** Positions in the text, in words from its beginning. */
	locations: number[];
	/** Field number and position in the field, in pairs. */
	fields: number[];
}

/** A word of the index and where it stands. */
export interface WordPlaces {
	/** The stem under which the word is kept. */
	word: string;
	/** By page. A page stands twice where a word was written with and without accents. */
	places: Place[];
}

const ENCODED = new TextEncoder().encode("pagefind_dcd");

/** The content of an unpacked file, without the mark at its beginning. Throws a RangeError where that is missing. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
	if (!ENCODED.every((byte, index) => bytes[index] === byte)) {
		throw new RangeError("the file does not begin as Pagefind's files do");
	}
	return bytes.subarray(ENCODED.length);
}

/** The content of a file with the mark before it. */
export function withMark(content: Uint8Array): Uint8Array {
	const marked = new Uint8Array(ENCODED.length + content.length);
	marked.set(ENCODED);
	marked.set(content, ENCODED.length);
	return marked;
}

export function decodeMeta(bytes: Uint8Array): Meta {
	const reader = new CborReader(bytes);
	reader.array();
	return {
		version: reader.text(),
		pages: list(reader, () => ({ name: reader.text(), words: reader.integer() })),
		chunks: list(reader, () => ({ from: reader.text(), to: reader.text(), name: reader.text() })),
		filters: list(reader, () => ({ filter: reader.text(), name: reader.text() })),
		sorts: list(reader, () => ({ sort: reader.text(), pages: integers(reader) })),
		fields: items(reader, () => reader.text()),
	};
}

export function encodeMeta(meta: Meta): Uint8Array {
	return encodeCbor([
		meta.version,
		meta.pages.map(({ name, words }) => [name, words]),
		meta.chunks.map(({ from, to, name }) => [from, to, name]),
		meta.filters.map(({ filter, name }) => [filter, name]),
		meta.sorts.map(({ sort, pages }) => [sort, pages]),
		meta.fields,
	]);
}

/** Value of a filter to the numbers of its pages: `filter/<name>.pf_filter`. */
export function decodeFilter(bytes: Uint8Array): { filter: string; values: Map<string, number[]> } {
	const reader = new CborReader(bytes);
	reader.array();
	const filter = reader.text();
	return { filter, values: new Map(list(reader, () => [reader.text(), integers(reader)])) };
}

/** The words of a chunk, in the order of their stems: `index/<name>.pf_index`. */
export function decodeChunk(bytes: Uint8Array): WordPlaces[] {
	const reader = new CborReader(bytes);
	reader.array();
	return items(reader, () => decodeWordPlaces(reader));
}

/** The places of a word of a chunk: see {@link EncodedWord}. */
export function placesOf(bytes: Uint8Array): Place[] {
	return decodeWordPlaces(new CborReader(bytes)).places;
}

/** How often a word stands in the text of a page, and in which of its fields. */
export interface CountedPlace {
	page: number;
	times: number;
	/** Numbers of the fields; one may stand there twice. */
	fields: number[];
}

/** The places of a word of a chunk, without where on the page they are: see {@link placesOf}. */
export function* countedPlaces(bytes: Uint8Array): Generator<CountedPlace> {
	const reader = new CborReader(bytes);
	reader.array();
	reader.skip();
	yield* countPlaces(reader);
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		reader.skip();
		yield* countPlaces(reader);
	}
}

function* countPlaces(reader: CborReader): Generator<CountedPlace> {
	let page = 0;
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		page += reader.integer();
		let times = 0;
		for (let left = reader.array(); left > 0; left--) if (reader.integer() >= 0) times++;
		const fields: number[] = [];
		for (let left = reader.array(); left > 0; left--) {
			const value = reader.integer();
			if (value < 0) fields.push(-1 - value);
		}
		yield { page, times, fields };
	}
}

/**
 * Gives every place of a word of a chunk: the page, the part (0 for the text, one more than its
 * number for a field) and the position there. A page comes twice as in {@link WordPlaces}.
 */
export function eachPlace(
	bytes: Uint8Array,
	found: (page: number, part: number, position: number) => void,
): void {
	const reader = new CborReader(bytes);
	reader.array();
	reader.skip();
	eachOfPages(reader, found);
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		reader.skip();
		eachOfPages(reader, found);
	}
}

function eachOfPages(
	reader: CborReader,
	found: (page: number, part: number, position: number) => void,
): void {
	let page = 0;
	const inText = (_: number, position: number) => found(page, 0, position);
	const inField = (field: number, position: number) => found(page, 1 + field, position);
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		page += reader.integer();
		eachPosition(reader, inText);
		eachPosition(reader, inField);
	}
}

function decodeWordPlaces(reader: CborReader): WordPlaces {
	reader.array();
	const word = reader.text();
	const places = decodePlaces(reader);
	const variants = items(reader, () => {
		reader.array();
		reader.text();
		return decodePlaces(reader);
	});
	return { word, places: [...places, ...variants.flat()] };
}

/** A word of a chunk as it stands there. */
export interface EncodedWord {
	word: string;
	/** In how many pages it stands; one counts twice where it has the word with and without accents. */
	pages: number;
	bytes: Uint8Array;
}

/** The words of a chunk with their bytes, for those who only pass them on. */
export function* encodedWords(bytes: Uint8Array): Generator<EncodedWord> {
	const reader = new CborReader(bytes);
	reader.array();
	for (let left = reader.array(); left > 0; left--) {
		const from = reader.at;
		reader.array();
		const word = reader.text();
		let pages = 0;
		for (let list = 0; list < 2; list++) {
			const length = reader.array();
			pages += length;
			for (let item = 0; item < length; item++) reader.skip();
		}
		yield { word, pages, bytes: bytes.subarray(from, reader.at) };
	}
}

function decodePlaces(reader: CborReader): Place[] {
	let page = 0;
	return list(reader, () => {
		page += reader.integer();
		const place: Place = { page, locations: [], fields: [] };
		eachPosition(reader, (_, position) => place.locations.push(position));
		eachPosition(reader, (field, position) => place.fields.push(field, position));
		return place;
	});
}

/** Positions are kept as differences; a negative number changes the weight or the field, and the next position is whole. */
function eachPosition(reader: CborReader, found: (field: number, position: number) => void): void {
	let field = 0;
	let last = 0;
	for (let left = reader.array(); left > 0; left--) {
		const value = reader.integer();
		if (value < 0) {
			field = -1 - value;
			last = 0;
		} else found(field, (last += value));
	}
}

/** Items that are arrays of a fixed length themselves. */
function list<Item>(reader: CborReader, read: () => Item): Item[] {
	return items(reader, () => {
		reader.array();
		return read();
	});
}

function items<Item>(reader: CborReader, read: () => Item): Item[] {
	return Array.from({ length: reader.array() }, read);
}

function integers(reader: CborReader): number[] {
	return items(reader, () => reader.integer());
}

/** A word of a chunk as the values that it is made of: see {@link EncodedWord}. */
export function decodeWord(bytes: Uint8Array): Cbor {
	return new CborReader(bytes).any();
}
