import { CborReader, CborWriter } from "../search/cbor.ts";
import type { EncodedWord } from "../search/pagefind-files.ts";
import { compareCodePoints } from "../search/text.ts";

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

/**
 * The words of two indexes as Pagefind writes them for all papers in one: to the byte, whatever
 * papers each index has. Words that nothing has changed are passed on as they are.
 */
export function* mergedWords(a: WordsOfPapers, b: WordsOfPapers): Generator<EncodedWord> {
	const [left, right] = [numbered(a), numbered(b)];
	let [one, other] = [left.next(), right.next()];
	while (!one.done || !other.done) {
		const order = one.done
			? 1
			: other.done
				? -1
				: compareCodePoints(one.value.word, other.value.word);
		if (order === 0 && !one.done && !other.done) {
			yield joined(one.value, other.value);
		} else if (order <= 0 && !one.done) yield one.value;
		else if (!other.done) yield other.value;
		if (order <= 0) one = left.next();
		if (order >= 0) other = right.next();
	}
}

/** The words that are still there, with the numbers that the papers have in the whole. */
function* numbered({ words, numbers }: WordsOfPapers): Generator<EncodedWord> {
	const moved = numbers.some((number, paper) => number !== paper);
	for (const known of words) {
		if (!moved || staysAsItIs(known.bytes, numbers)) yield known;
		else {
			const { places, forms } = partsOf(known.bytes);
			const there = {
				places: renumbered(places, numbers),
				forms: forms
					.map(({ form, places }) => ({ form, places: renumbered(places, numbers) }))
					.filter(({ places }) => places.length > 0),
			};
			if (there.places.length + there.forms.length > 0) yield encoded(known.word, there);
		}
	}
}

function joined(one: EncodedWord, other: EncodedWord): EncodedWord {
	const [a, b] = [partsOf(one.bytes), partsOf(other.bytes)];
	const forms = Map.groupBy([...a.forms, ...b.forms], ({ form }) => form);
	return encoded(one.word, {
		places: [...a.places, ...b.places],
		forms: [...forms].map(([form, some]) => ({
			form,
			places: some.flatMap(({ places }) => places),
		})),
	});
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

function partsOf(bytes: Uint8Array): Parts {
	const reader = new CborReader(bytes);
	reader.array();
	reader.skip();
	const places = placesFrom(reader, bytes);
	const forms = Array.from({ length: reader.array() }, () => {
		reader.array();
		return { form: reader.text(), places: placesFrom(reader, bytes) };
	});
	return { places, forms };
}

function placesFrom(reader: CborReader, bytes: Uint8Array): Place[] {
	let paper = 0;
	return Array.from({ length: reader.array() }, () => {
		reader.array();
		paper += reader.integer();
		const from = reader.at;
		reader.skip();
		reader.skip();
		return { paper, positions: bytes.subarray(from, reader.at) };
	});
}

function renumbered(places: readonly Place[], numbers: Int32Array): Place[] {
	return places
		.map(({ paper, positions }) => ({ paper: numbers[paper] ?? -1, positions }))
		.filter(({ paper }) => paper >= 0);
}

function encoded(word: string, { places, forms }: Parts): EncodedWord {
	const writer = new CborWriter().array(3).text(word);
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
