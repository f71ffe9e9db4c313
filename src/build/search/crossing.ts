import type { WordsByPlace } from "../../search/neighbours.ts";
import { type EncodedWord, eachPlace } from "../../search/pagefind-files.ts";

/** Places beyond the last one of a part, which stay empty: nothing stands beside the next part. */
const EMPTY = 3;

/** The places of a word: for each the number of the part and the position there. */
interface WordPlaces {
	parts: Uint32Array;
	positions: Uint32Array;
}

/**
 * The common words by the places where they stand. Places of all parts of all papers are numbered
 * through, in the order of papers, parts and positions.
 */
export class Crossing implements WordsByPlace {
	/** Parts of a paper: the text and the fields. */
	readonly parts: number;
	/** Place at which each part begins, and the end of the last. */
	readonly begins: Uint32Array;
	readonly starts: Uint32Array;
	/** Numbers of words, ascending at each place; one may stand there twice. */
	readonly words: Uint32Array;
	/** Memory for the places of one word: new memory for each would be cleared later than it is needed. */
	#decoded: WordPlaces = { parts: new Uint32Array(0), positions: new Uint32Array(0) };

	/** `papers` is the number of papers, `fields` that of the fields. */
	constructor(common: readonly EncodedWord[], papers: number, fields: number) {
		this.parts = 1 + fields;
		const all = common.map(({ bytes }) => {
			const { parts, positions } = this.#decode(bytes);
			return { parts: parts.slice(), positions: positions.slice() };
		});
		const begins = new Uint32Array(papers * this.parts + 1).fill(EMPTY, 1);
		for (const { parts, positions } of all) {
			parts.forEach((part, at) => {
				const length = (positions[at] ?? 0) + 1 + EMPTY;
				if (length > (begins[part + 1] ?? 0)) begins[part + 1] = length;
			});
		}
		addUp(begins);
		const starts = new Uint32Array((begins.at(-1) ?? 0) + 1);
		const placeOf = (part: number, position = 0) => (begins[part] ?? 0) + position;
		for (const { parts, positions } of all) {
			parts.forEach((part, at) => {
				const place = placeOf(part, positions[at]);
				starts[place] = (starts[place] ?? 0) + 1;
			});
		}
		addUp(starts);
		const words = new Uint32Array(starts.at(-1) ?? 0);
		// Filled from behind, each start comes down to where its place begins.
		for (let word = all.length - 1; word >= 0; word--) {
			all[word]?.parts.forEach((part, at) => {
				const place = placeOf(part, all[word]?.positions[at]);
				const free = (starts[place] ?? 0) - 1;
				starts[place] = free;
				words[free] = word;
			});
		}
		this.begins = begins;
		this.starts = starts;
		this.words = words;
	}

	/**
	 * The places of a word of a chunk, ascending, to be read before those of the next word. Those beyond
	 * the last common word of a part are one: nothing is beside them.
	 */
	placesOf(bytes: Uint8Array): Uint32Array {
		const { parts, positions } = this.#decode(bytes);
		for (let at = 0; at < parts.length; at++) {
			const part = parts[at] ?? 0;
			const last = (this.begins[part + 1] ?? 0) - 2;
			parts[at] = Math.min(last, (this.begins[part] ?? 0) + (positions[at] ?? 0));
		}
		return parts.sort();
	}

	/** The places of a word of a chunk, until the next is decoded. */
	#decode(bytes: Uint8Array): WordPlaces {
		// Every position takes a byte at least.
		if (this.#decoded.parts.length < bytes.length) {
			const length = 2 * bytes.length;
			this.#decoded = { parts: new Uint32Array(length), positions: new Uint32Array(length) };
		}
		const { parts, positions } = this.#decoded;
		let length = 0;
		eachPlace(bytes, (page, part, position) => {
			parts[length] = page * this.parts + part;
			positions[length++] = position;
		});
		return { parts: parts.subarray(0, length), positions: positions.subarray(0, length) };
	}
}

/** Makes of each number the sum of those up to it. */
export function addUp(numbers: Uint32Array): void {
	let sum = 0;
	for (let at = 0; at < numbers.length; at++) numbers[at] = sum += numbers[at] ?? 0;
}
