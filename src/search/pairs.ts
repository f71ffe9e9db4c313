import { addPlace, type Hit, type Hits } from "./match.ts";
import { type Neighbours, readNeighbours } from "./neighbours.ts";
import { NumberReader, pushAscending, pushNumber, pushText } from "./numbers.ts";

/*
 * Where two common words stand side by side. The places of a word that stands in most of 100,000
 * papers take up to a megabyte; those that have another common word before them take far less, and
 * are all that a phrase asks for.
 */

/** Places in ascending order: for each the number of the paper, the part and the position in words. */
export interface PairPlaces {
	/** One paper stands as often as it has places. */
	papers: ArrayLike<number>;
	/** 0 for the text, and one more than the number of the field for a field. */
	parts: ArrayLike<number>;
	positions: ArrayLike<number>;
}

/** Where the second word of a pair stands, by where the first does. */
export interface Pair<Places> {
	/** One after the first. */
	beside: Places;
	/** At the place of the first: both are parts of a word such as `token-level`. */
	within: Places;
}

/** What a file of pairs holds. */
export interface PairFile {
	/** By {@link pairName}. */
	pairs: ReadonlyMap<string, Pair<Hits>>;
	/** By the stems that are not common. */
	neighbours: ReadonlyMap<string, Neighbours>;
}

const BETWEEN = " ";

/** Name of the pair of two common stems; no stem holds a space. */
export function pairName(first: string, second: string): string {
	return first + BETWEEN + second;
}

/** A pair in a file: its name, and for both ways to stand the papers, the parts and the positions. */
export function encodePair(name: string, { beside, within }: Pair<PairPlaces>): Uint8Array {
	const bytes: number[] = [];
	pushText(bytes, name);
	// Like stands by like: so gzip makes the most of it.
	for (const { papers, parts, positions } of [beside, within]) {
		pushAscending(bytes, papers);
		for (let at = 0; at < papers.length; at++) bytes.push(parts[at] ?? 0);
		for (let at = 0; at < papers.length; at++) pushNumber(bytes, positions[at] ?? 0);
	}
	return new Uint8Array(bytes);
}

/** The content of a file of pairs; `parts` are the names of the parts by their numbers. Throws a RangeError where it is no such file. */
export function decodePairs(bytes: Uint8Array, parts: readonly string[]): PairFile {
	const pairs = new Map<string, Pair<Hits>>();
	const neighbours = new Map<string, Neighbours>();
	const reader = new NumberReader(bytes);
	while (!reader.ended) {
		const name = reader.text();
		if (!name.includes(BETWEEN)) neighbours.set(name, readNeighbours(reader));
		else pairs.set(name, { beside: readHits(reader, parts), within: readHits(reader, parts) });
	}
	return { pairs, neighbours };
}

function readHits(reader: NumberReader, names: readonly string[]): Hits {
	const hits = new Map<number, Hit>();
	const papers = reader.ascending();
	const parts = papers.map(() => reader.byte());
	papers.forEach((paper, at) => {
		const part = names[parts[at] ?? -1] as keyof Hit | undefined;
		if (part === undefined) throw new RangeError("a pair stands in a part that no paper has");
		addPlace(hits, paper, part, reader.number());
	});
	return hits;
}
