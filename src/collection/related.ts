import type { Entry } from "../entry/read.ts";
import { compare } from "../paper/issues.ts";
import { indexTerms, type Term } from "./terms.ts";

/** A related paper and why it is: the terms that both share, most telling first. */
export interface Related {
	entry: Entry;
	shared: string[];
}

const RELATED = 4;
const SHARED = 3;
/** A paper is compared by its most telling terms alone: the others change little and cost much. */
const TELLING = 24;
/** A term in more than this share of the papers tells nothing, but in a small collection a few are let be. */
const COMMON_SHARE = 0.2;
const COMMON_LEAST = 12;
/** Papers that share less than this, by cosine, are not called related. */
const LEAST_SIMILAR = 0.06;

/**
 * Related papers of each entry, most similar first, at most four: cosine of
 * tf–idf vectors (log tf × idf; Manning et al., Introduction to Information
 * Retrieval, ch. 6), through an inverted index. Equal ones keep the order of
 * `entries`. The result has one list for each entry, in the same order.
 */
export function relatedPapers(entries: readonly Entry[]): Related[][] {
	const terms = [...indexTerms(entries).values(), ...topicTerms(entries)];
	const vectors = vectorsOf(entries.length, terms);
	const postings = new Map<Term, { position: number; weight: number }[]>();
	for (const [position, vector] of vectors.entries()) {
		for (const { term, weight } of vector) {
			const list = postings.get(term);
			if (list) list.push({ position, weight });
			else postings.set(term, [{ position, weight }]);
		}
	}
	return vectors.map((vector, self) => {
		const scores = new Map<number, number>();
		for (const { term, weight } of vector) {
			for (const other of postings.get(term) ?? []) {
				if (other.position === self) continue;
				scores.set(other.position, (scores.get(other.position) ?? 0) + weight * other.weight);
			}
		}
		return [...scores]
			.filter(([, score]) => score >= LEAST_SIMILAR)
			.sort((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, 2 * RELATED)
			.flatMap(([position]) => {
				const entry = entries[position];
				const shared = sharedWords(vector, vectors[position] ?? []);
				return entry && shared.length > 0 ? [{ entry, shared }] : [];
			})
			.slice(0, RELATED);
	});
}

/** Topics count as terms that stand twice; they have no word, since the page shows them anyway. */
function topicTerms(entries: readonly Entry[]): Term[] {
	const terms = new Map<string, Term>();
	for (const [position, { paper }] of entries.entries()) {
		for (const topic of paper.topics) {
			const term = terms.get(topic) ?? { word: "", papers: [] };
			terms.set(topic, term);
			term.papers.push({ position, count: 2 });
		}
	}
	return [...terms.values()];
}

interface Weighted {
	term: Term;
	weight: number;
}

/** The most telling terms of each paper with weights of unit length. */
function vectorsOf(total: number, terms: readonly Term[]): Weighted[][] {
	const vectors: Weighted[][] = Array.from({ length: total }, () => []);
	const common = Math.max(COMMON_LEAST, total * COMMON_SHARE);
	for (const term of terms) {
		if (term.papers.length < 2 || term.papers.length > common) continue;
		const idf = Math.log(total / term.papers.length) + 1;
		for (const { position, count } of term.papers) {
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
