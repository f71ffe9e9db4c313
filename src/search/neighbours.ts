import { addPlace, type Hit, type Hits } from "./match.ts";
import { type NumberReader, pushNumber, pushText } from "./numbers.ts";
import type { Pair } from "./pairs.ts";

/*
 * Which common words stand beside the places of a word that is not common. The places themselves
 * stand in the index already: with these, a phrase of both need not read those of the common word.
 */

/** Words at each place of some: the numbers of the common ones. */
type WordsAt = readonly (readonly number[])[];

/** What stands at each place of a word, by paper, part and position: one before it, there, and one after it. */
export interface Neighbours {
	before: WordsAt;
	within: WordsAt;
	after: WordsAt;
}

/** Common words by place: those of place `p` are `words[starts[p]]` up to `starts[p + 1]`. */
export interface WordsByPlace {
	starts: Uint32Array;
	words: Uint32Array;
}

/** Words at one place that are counted in one byte with those beside it; more are counted in full. */
const FEW = 4;
const MANY = (FEW + 1) ** 3;

/**
 * The neighbours of a word that stands at `places`, in a file: its stem, the number of its places, for
 * each how many words stand before, there and after, and which: all those before, there, after.
 */
export function encodeNeighbours(
	stem: string,
	places: Uint32Array,
	{ starts, words }: WordsByPlace,
): Uint8Array {
	const bytes: number[] = [];
	pushText(bytes, stem);
	pushNumber(bytes, places.length);
	const sides: [before: number[], within: number[], after: number[]] = [[], [], []];
	const start = (place: number) => starts[place] ?? 0;
	const take = (side: number[], from: number, to: number) => {
		for (let at = from; at < to; at++) pushNumber(side, words[at] ?? 0);
		return to - from;
	};
	for (const place of places) {
		const [from, to] = [start(place), start(place + 1)];
		const before = take(sides[0], start(place - 1), from);
		const within = take(sides[1], from, to);
		const after = take(sides[2], to, start(place + 2));
		if (before <= FEW && within <= FEW && after <= FEW) {
			bytes.push(before + (FEW + 1) * (within + (FEW + 1) * after));
		} else for (const number of [MANY, before, within, after]) pushNumber(bytes, number);
	}
	for (const side of sides) for (const byte of side) bytes.push(byte);
	return new Uint8Array(bytes);
}

/** What {@link encodeNeighbours} wrote behind the stem. */
export function readNeighbours(reader: NumberReader): Neighbours {
	const counts: [before: number, within: number, after: number][] = [];
	for (let left = reader.number(); left > 0; left--) {
		const few = reader.number();
		counts.push(
			few === MANY
				? [reader.number(), reader.number(), reader.number()]
				: [
						few % (FEW + 1),
						Math.floor(few / (FEW + 1)) % (FEW + 1),
						Math.floor(few / (FEW + 1) ** 2),
					],
		);
	}
	const side = (index: 0 | 1 | 2): WordsAt =>
		counts.map(({ [index]: count }) => {
			const words: number[] = [];
			for (let left = count; left > 0; left--) words.push(reader.number());
			return words;
		});
	return { before: side(0), within: side(1), after: side(2) };
}

/**
 * The pair of a word, which stands at `hits`, and of the common word of number `common`, which
 * `leads` or follows. `parts` are the names of the parts by their numbers. Throws a RangeError where
 * these are the neighbours of another word.
 */
export function pairWith(
	hits: Hits,
	neighbours: Neighbours,
	common: number,
	leads: boolean,
	parts: readonly string[],
): Pair<Hits> {
	const beside = new Map<number, Hit>();
	const within = new Map<number, Hit>();
	let place = 0;
	for (const paper of [...hits.keys()].sort((a, b) => a - b)) {
		for (const part of parts as readonly (keyof Hit)[]) {
			let last = -1;
			for (const position of [...(hits.get(paper)?.[part] ?? [])].sort((a, b) => a - b)) {
				const side = (leads ? neighbours.before : neighbours.after)[place] ?? [];
				const there = neighbours.within[place++] ?? [];
				// The second word is counted as often as it stands at its place, the first once.
				const times = (words: readonly number[]) => words.filter((word) => word === common).length;
				if (leads) {
					addPlace(beside, paper, part, position, Math.min(1, times(side)));
					addPlace(within, paper, part, position, Math.min(1, times(there)));
				} else if (position !== last) {
					addPlace(beside, paper, part, position + 1, times(side));
					addPlace(within, paper, part, position, times(there));
				}
				last = position;
			}
		}
	}
	if (place !== neighbours.within.length) {
		throw new RangeError("the neighbours are those of another word");
	}
	return { beside, within };
}
