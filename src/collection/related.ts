import { compare } from "../paper/issues.ts";
import { indexTerms, type Term, type Worded } from "./terms.ts";

/** The position of a related paper and why it is: the terms that both share, most telling first. */
export interface Likeness {
	position: number;
	shared: string[];
}

const RELATED = 4;
const SHARED = 3;
/** A paper is compared by its most telling terms alone: the others change little and cost much. */
const TELLING = 24;
/**
 * A term in more than this share of the papers tells nothing, but in a small collection a few
 * are let be; nor does one in so many papers, in a large one, whose comparison would take the
 * square of its size.
 */
const COMMON_SHARE = 0.2;
const COMMON_LEAST = 12;
const COMMON_MOST = 2000;
/** Papers that share less than this, by cosine, are not called related. */
const LEAST_SIMILAR = 0.06;

/**
 * A function that gives the papers related to the one at a position of `entries`, most similar
 * first, at most four: cosine of tf–idf vectors (log tf × idf; Manning et al., Introduction to
 * Information Retrieval, ch. 6), through an inverted index, which is made when it is first
 * asked for. Equal ones keep the order of `entries`.
 */
export function relatedPapers(entries: readonly Worded[]): (position: number) => Likeness[] {
	let vectors: Weighted[][] | undefined;
	let postings: ReadonlyMap<Term, Postings> = new Map();
	// One list of numbers for all papers: those that were set are cleared again.
	const scores = new Float64Array(entries.length);
	const touched = new Int32Array(entries.length);
	// The key of a page asks, and then the page.
	const known: (Likeness[] | undefined)[] = [];
	return (self) => (known[self] ??= find(self));

	function find(self: number): Likeness[] {
		if (!vectors) {
			const terms = [...indexTerms(entries), ...topicTerms(entries)];
			vectors = vectorsOf(entries.length, terms);
			postings = postingsOf(vectors);
		}
		const vector = vectors[self] ?? [];
		let count = 0;
		for (const { term, weight } of vector) {
			const { positions, weights } = postings.get(term) ?? NONE;
			for (let at = 0; at < positions.length; at++) {
				const position = positions[at] as number;
				const score = scores[position] as number;
				if (score === 0) touched[count++] = position;
				scores[position] = score + weight * (weights[at] as number);
			}
		}
		const similar = mostSimilar(touched.subarray(0, count), scores, self);
		for (let at = 0; at < count; at++) scores[touched[at] as number] = 0;
		const related: Likeness[] = [];
		for (const position of similar) {
			const shared = sharedWords(vector, vectors[position] ?? []);
			if (shared.length > 0) related.push({ position, shared });
			if (related.length === RELATED) break;
		}
		return related;
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
		if (at >= 2 * RELATED) continue;
		best.splice(at, 0, position);
		if (best.length > 2 * RELATED) best.pop();
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

function postingsOf(vectors: readonly Weighted[][]): Map<Term, Postings> {
	const all = new Map<Term, { positions: number[]; weights: number[] }>();
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

/** Topics count as terms that stand twice; they have no word, since the page shows them anyway. */
function topicTerms(entries: readonly Worded[]): Term[] {
	const terms = new Map<string, number[]>();
	for (const [position, { paper }] of entries.entries()) {
		for (const topic of paper.topics) {
			const papers = terms.get(topic) ?? [];
			terms.set(topic, papers);
			papers.push(position);
		}
	}
	return [...terms.values()].map((papers) => ({
		word: "",
		papers: Uint32Array.from(papers),
		counts: new Uint32Array(papers.length).fill(2),
	}));
}

interface Weighted {
	term: Term;
	weight: number;
}

/** The most telling terms of each paper with weights of unit length. */
function vectorsOf(total: number, terms: readonly Term[]): Weighted[][] {
	const vectors: Weighted[][] = Array.from({ length: total }, () => []);
	const common = Math.min(COMMON_MOST, Math.max(COMMON_LEAST, total * COMMON_SHARE));
	for (const term of terms) {
		if (term.papers.length < 2 || term.papers.length > common) continue;
		const idf = Math.log(total / term.papers.length) + 1;
		for (const [index, position] of term.papers.entries()) {
			const count = term.counts[index] ?? 0;
			// A word that stands once in an abstract, and not in the title, is not what a paper is about.
			if (count < 2) continue;
			vectors[position]?.push({ term, weight: (1 + Math.log(count)) * idf });
		}
	}
	return vectors.map((vector) => {
		const telling = vector.sort(byWeight).slice(0, TELLING);
		const length = Math.hypot(...telling.map(({ weight }) => weight));
		return telling.map(({ term, weight }) => ({ term, weight: weight / length }));
	});
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

function byWeight(a: Weighted, b: Weighted): number {
	return b.weight - a.weight || compare(a.term.word, b.term.word);
}
