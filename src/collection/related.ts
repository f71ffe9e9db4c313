import type { Worded } from "./terms.ts";
import { byWeight, type TellingTerm, vectorsOf, type Weighted } from "./vectors.ts";

/** The position of a related paper and why it is: the terms that both share, most telling first. */
export interface Likeness {
	position: number;
	shared: string[];
}

/** Related papers that are shown, at most. */
export const RELATED = 4;
/** Words that are named of what two papers share, at most. */
export const SHARED = 3;
/** Papers that are looked at: some share nothing that has a word. */
export const NEAREST = 2 * RELATED;
/** Papers that share less than this, by cosine, are not called related. */
const LEAST_SIMILAR = 0.06;

/**
 * A function that gives the papers related to the one at a position of `entries`, most similar
 * first, at most four: cosine of tf–idf vectors, through an inverted index, which is made when it
 * is first asked for. Equal ones keep the order of `entries`.
 */
export function relatedPapers(entries: readonly Worded[]): (position: number) => Likeness[] {
	let likeness: Compared | undefined;
	// The key of a page asks, and then the page.
	const known: (Likeness[] | undefined)[] = [];
	return (self) => {
		likeness ??= new Compared(vectorsOf(entries));
		return (known[self] ??= likeness.nearestTo(self).related);
	};
}

/** What is like a paper. */
export interface Nearest {
	related: Likeness[];
	/** The positions that were looked at. */
	positions: number[];
	/** What another paper has to score at least to be one of them. */
	least: number;
}

/** Papers, by their vectors, that are compared with each other. */
export class Compared {
	readonly #vectors: readonly Weighted[][];
	readonly #postings: ReadonlyMap<TellingTerm, Postings>;
	/** One list of numbers for all papers: those that were set are cleared again. */
	readonly #scores: Float64Array;
	readonly #touched: Int32Array;

	constructor(vectors: readonly Weighted[][]) {
		this.#vectors = vectors;
		this.#postings = postingsOf(vectors);
		this.#scores = new Float64Array(vectors.length);
		this.#touched = new Int32Array(vectors.length);
	}

	nearestTo(self: number): Nearest {
		const vector = this.#vectors[self] ?? [];
		return this.#scored(self, (touched, scores) => {
			const positions = mostSimilar(touched, scores, self);
			const related: Likeness[] = [];
			for (const position of positions) {
				const shared = sharedWords(vector, this.#vectors[position] ?? []);
				if (shared.length > 0) related.push({ position, shared });
				if (related.length === RELATED) break;
			}
			const last = positions[NEAREST - 1];
			return {
				related,
				positions,
				least: last === undefined ? LEAST_SIMILAR : (scores[last] ?? 0),
			};
		});
	}

	/** Gives every paper that shares a term with one, and what it scores: to the last bit from that one's side. */
	eachLike(self: number, found: (position: number, score: number) => void): void {
		this.#scored(self, (touched, scores) => {
			for (const position of touched) found(position, scores[position] ?? 0);
		});
	}

	/** The scores of all papers beside one; `touched` are the positions of those that score at all. */
	#scored<Found>(self: number, read: (touched: Int32Array, scores: Float64Array) => Found): Found {
		const [scores, touched] = [this.#scores, this.#touched];
		let count = 0;
		for (const { term, weight } of this.#vectors[self] ?? []) {
			const { positions, weights } = this.#postings.get(term) ?? NONE;
			for (let at = 0; at < positions.length; at++) {
				const position = positions[at] as number;
				const score = scores[position] as number;
				if (score === 0) touched[count++] = position;
				scores[position] = score + weight * (weights[at] as number);
			}
		}
		const some = touched.subarray(0, count);
		const found = read(some, scores);
		for (const position of some) scores[position] = 0;
		return found;
	}
}

/** The positions with the highest scores, highest first, at most twice as many as are shown; equal ones in their order. */
function mostSimilar(positions: Int32Array, scores: Float64Array, self: number): number[] {
	const best: number[] = [];
	for (const position of positions) {
		const score = scores[position] as number;
		if (score < LEAST_SIMILAR || position === self) continue;
		let at = best.length;
		while (at > 0 && isBefore(position, score, best[at - 1] as number)) at--;
		if (at >= NEAREST) continue;
		best.splice(at, 0, position);
		if (best.length > NEAREST) best.pop();
	}
	return best;

	function isBefore(position: number, score: number, other: number): boolean {
		const its = scores[other] as number;
		return score > its || (score === its && position < other);
	}
}

/** The papers that have a term, and how much it weighs in each. */
interface Postings {
	positions: Int32Array;
	weights: Float64Array;
}

const NONE: Postings = { positions: new Int32Array(), weights: new Float64Array() };

function postingsOf(vectors: readonly Weighted[][]): Map<TellingTerm, Postings> {
	const all = new Map<TellingTerm, { positions: number[]; weights: number[] }>();
	for (const [position, vector] of vectors.entries()) {
		for (const { term, weight } of vector) {
			let postings = all.get(term);
			if (!postings) all.set(term, (postings = { positions: [], weights: [] }));
			postings.positions.push(position);
			postings.weights.push(weight);
		}
	}
	return new Map(
		[...all].map(([term, { positions, weights }]) => [
			term,
			{ positions: Int32Array.from(positions), weights: Float64Array.from(weights) },
		]),
	);
}

function sharedWords(a: readonly Weighted[], b: readonly Weighted[]): string[] {
	const weights = new Map(b.map(({ term, weight }) => [term, weight]));
	return a
		.flatMap(({ term, weight }) => {
			const other = weights.get(term);
			return other === undefined ? [] : [{ term, weight: weight * other }];
		})
		.sort(byWeight)
		.map(({ term }) => term.word)
		.filter(Boolean)
		.slice(0, SHARED);
}
