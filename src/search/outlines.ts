import { type Hit, type Hits, noPlace } from "./match.ts";
import { NumberReader, pushAscending, pushText } from "./numbers.ts";
import { countedPlaces, type EncodedWord } from "./pagefind-files.ts";
import type { Field } from "./query.ts";

/*
 * The outline of a word: the papers that have it, how often, and in which parts, without the
 * places. A word that stands in most of 10,000 papers takes 70 kB with its places, and 4 kB in outline.
 */

/** The place of a word that is only known to be somewhere in a part: beside nothing. */
const SOMEWHERE = -9;

/** Times a word stands in a text, beyond which it makes no difference. */
const MOST_TIMES = 3;

const TIMES = 0b11;
const FIELDS: readonly (readonly [Field, number])[] = [
	["title", 0b100],
	["authors", 0b1000],
	["organization", 0b10000],
];

/** Every hit that an outline can tell of, by its sign. */
const hitsBySign: readonly Hit[] = Array.from({ length: 32 }, (_, sign) => {
	const hit = noPlace();
	hit.text = Array.from({ length: sign & TIMES }, () => SOMEWHERE);
	for (const [field, bit] of FIELDS) if (sign & bit) hit[field] = [SOMEWHERE];
	return hit;
});

/** The outline of a word as it stands in a file: the word, the number of papers, the steps from paper to paper, and their signs. */
export interface EncodedOutline {
	word: string;
	/** How many papers. */
	papers: number;
	bytes: Uint8Array;
}

/** The outline of a word of a chunk, by the names of the fields. */
export function outlineOf({ word, bytes }: EncodedWord, fields: readonly string[]): EncodedOutline {
	const bits = fields.map((name) => FIELDS.find(([field]) => field === name)?.[1] ?? 0);
	const signs = new Map<number, number>();
	for (const { page, times, fields } of countedPlaces(bytes)) {
		const known = signs.get(page) ?? 0;
		let sign = (known & ~TIMES) | Math.min(MOST_TIMES, (known & TIMES) + times);
		for (const field of fields) sign |= bits[field] ?? 0;
		signs.set(page, sign);
	}
	const papers = [...signs.keys()].sort((a, b) => a - b);
	const written: number[] = [];
	pushText(written, word);
	pushAscending(written, papers);
	for (const paper of papers) written.push(signs.get(paper) ?? 0);
	return { word, papers: papers.length, bytes: Uint8Array.from(written) };
}

/** The outlines of a file as they stand there, for those who only pass them on. */
export function* encodedOutlines(bytes: Uint8Array): Generator<EncodedOutline> {
	const reader = new NumberReader(bytes);
	while (!reader.ended) {
		const from = reader.at;
		const word = reader.text();
		const papers = reader.ascending().length;
		for (let left = papers; left > 0; left--) reader.byte();
		yield { word, papers, bytes: bytes.subarray(from, reader.at) };
	}
}

/** The outlines of a file by their words. Throws a RangeError where it is no such file. */
export function decodeOutlines(bytes: Uint8Array): Map<string, Hits> {
	const outlines = new Map<string, Hits>();
	const reader = new NumberReader(bytes);
	while (!reader.ended) {
		const word = reader.text();
		const hits = new Map<number, Hit>();
		for (const paper of reader.ascending()) {
			const hit = hitsBySign[reader.byte()];
			if (!hit) throw new RangeError(`the outline of “${word}” is damaged`);
			hits.set(paper, hit);
		}
		outlines.set(word, hits);
	}
	return outlines;
}
