import { CborReader, CborWriter } from "../../search/cbor.ts";
import type { EncodedWord } from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";

/** The words of an index of some papers, in the order of code points. */
export interface WordsOfPapers {
	words: Iterable<EncodedWord>;
	/** Number of a paper in this index to its number in the whole; -1 where it is no longer there. */
	numbers: Int32Array;
}

/** Where a word stands in one paper. */
interface Place {
	paper: number;
	/** Positions in the text and in the fields, as they are encoded. */
	positions: Uint8Array;
}

interface Form {
	/** How the word is written, with accents. */
	form: string;
	places: Place[];
}

interface Parts {
	places: Place[];
	forms: Form[];
}

/** The next word of an index. */
interface Head {
	known: EncodedWord;
	numbers: Int32Array;
	rest: Iterator<EncodedWord>;
}

/**
 * The words of several indexes as Pagefind writes them for all papers in one: to the byte, whatever
 * papers each index has. Words that nothing has changed are passed on as they are.
 */
export function* mergedWords(indexes: readonly WordsOfPapers[]): Generator<EncodedWord> {
	const writer = new CborWriter();
	let heads = indexes.flatMap(({ words, numbers }) => next(words[Symbol.iterator](), numbers));
	while (heads.length > 0) {
		const word = heads.map(({ known }) => known.word).reduce(least);
		const same = heads.filter(({ known }) => known.word === word);
		const merged = mergedWord(same, writer);
		if (merged) yield merged;
		heads = heads.flatMap((head) =>
			head.known.word === word ? next(head.rest, head.numbers) : head,
		);
	}
}

function next(rest: Iterator<EncodedWord>, numbers: Int32Array): Head[] {
	const { done, value } = rest.next();
	return done ? [] : [{ known: value, numbers, rest }];
}

function least(a: string, b: string): string {
	return compareCodePoints(a, b) <= 0 ? a : b;
}

/** A word with its places in all indexes; `undefined` where none of its papers is there any more. */
function mergedWord(heads: readonly Head[], writer: CborWriter): EncodedWord | undefined {
	const [first] = heads;
	if (!first) return undefined;
	const { known, numbers } = first;
	if (heads.length === 1 && staysAsItIs(known.bytes, numbers)) return known;
	const parts = heads.map(({ known, numbers }) => partsOf(known.bytes, numbers));
	const forms = Map.groupBy(
		parts.flatMap(({ forms }) => forms),
		({ form }) => form,
	);
	const all = {
		places: parts.flatMap(({ places }) => places),
		forms: [...forms].map(([form, some]) => ({
			form,
			places: some.flatMap(({ places }) => places),
		})),
	};
	return all.places.length + all.forms.length > 0 ? encoded(known.word, all, writer) : undefined;
}

/** True where all papers of a word keep their numbers. */
function staysAsItIs(bytes: Uint8Array, numbers: Int32Array): boolean {
	const reader = new CborReader(bytes);
	reader.array();
	reader.skip();
	if (!keepNumbers(reader, numbers)) return false;
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		reader.skip();
		if (!keepNumbers(reader, numbers)) return false;
	}
	return true;
}

function keepNumbers(reader: CborReader, numbers: Int32Array): boolean {
	let paper = 0;
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		paper += reader.integer();
		if (numbers[paper] !== paper) return false;
		reader.skip();
		reader.skip();
	}
	return true;
}

/** The places of a word, by the numbers of the whole. */
function partsOf(bytes: Uint8Array, numbers: Int32Array): Parts {
	const reader = new CborReader(bytes);
	reader.array();
	reader.skip();
	const places = placesFrom(reader, bytes, numbers);
	const forms: Form[] = [];
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		const form = reader.text();
		const places = placesFrom(reader, bytes, numbers);
		if (places.length > 0) forms.push({ form, places });
	}
	return { places, forms };
}

function placesFrom(reader: CborReader, bytes: Uint8Array, numbers: Int32Array): Place[] {
	const places: Place[] = [];
	let number = 0;
	for (let left = reader.array(); left > 0; left--) {
		reader.array();
		number += reader.integer();
		const from = reader.at;
		reader.skip();
		reader.skip();
		const paper = numbers[number] ?? -1;
		if (paper >= 0) places.push({ paper, positions: bytes.subarray(from, reader.at) });
	}
	return places;
}

function encoded(word: string, { places, forms }: Parts, writer: CborWriter): EncodedWord {
	writer.array(3).text(word);
	writePlaces(writer, places);
	for (const { places } of forms) places.sort(byPaper);
	writer.array(forms.length);
	for (const { form, places } of forms.sort(asPagefindWrites)) {
		writePlaces(writer.array(2).text(form), places);
	}
	return { word, pages: places.length + forms.length, bytes: writer.end() };
}

function writePlaces(writer: CborWriter, places: Place[]): void {
	writer.array(places.length);
	let before = 0;
	for (const { paper, positions } of places.sort(byPaper)) {
		writer
			.array(3)
			.integer(paper - before)
			.encoded(positions);
		before = paper;
	}
}

function byPaper(a: Place, b: Place): number {
	return a.paper - b.paper;
}

/** Forms stand in the order in which the papers have them; those of a paper by where it has them, then by code points. */
function asPagefindWrites(a: Form, b: Form): number {
	const [first, second] = [a.places[0], b.places[0]];
	if (!first || !second) return 0;
	return (
		first.paper - second.paper ||
		inFieldsAlone(first) - inFieldsAlone(second) ||
		compareCodePoints(a.form, b.form)
	);
}

function inFieldsAlone({ positions }: Place): number {
	return new CborReader(positions).array() === 0 ? 1 : 0;
}
