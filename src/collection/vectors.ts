import { compare } from "../paper/issues.ts";
import { indexTerms, type Term, type Worded } from "./terms.ts";

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

/** A term of a paper. */
export interface Weighted {
	term: TellingTerm;
	weight: number;
}

/** A term, or a topic, which has no word: the page shows it anyway. */
export interface TellingTerm extends Term {
	topic?: string;
}

/**
 * The most telling terms of each paper, with weights of unit length: log tf × idf (Manning et al.,
 * Introduction to Information Retrieval, ch. 6).
 */
export function vectorsOf(entries: readonly Worded[]): Weighted[][] {
	const terms = [...indexTerms(entries), ...topicTerms(entries)];
	const vectors: Weighted[][] = Array.from({ length: entries.length }, () => []);
	const common = Math.min(COMMON_MOST, Math.max(COMMON_LEAST, entries.length * COMMON_SHARE));
	for (const term of terms) {
		if (term.papers.length < 2 || term.papers.length > common) continue;
		const idf = Math.log(entries.length / term.papers.length) + 1;
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

/** Topics count as terms that stand twice. */
function topicTerms(entries: readonly Worded[]): TellingTerm[] {
	const terms = new Map<string, number[]>();
	for (const [position, { paper }] of entries.entries()) {
		for (const topic of paper.topics) {
			const papers = terms.get(topic) ?? [];
			terms.set(topic, papers);
			papers.push(position);
		}
	}
	return [...terms].map(([topic, papers]) => ({
		word: "",
		topic,
		papers: Uint32Array.from(papers),
		counts: new Uint32Array(papers.length).fill(2),
	}));
}

/** More weight first. */
export function byWeight(a: Weighted, b: Weighted): number {
	return b.weight - a.weight || compare(a.term.word, b.term.word);
}
