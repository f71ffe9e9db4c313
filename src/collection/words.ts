import type { RelatedColumns } from "./nearest.ts";
import { type KnownNearest, nearestAgain } from "./related-again.ts";
import { frequentTerms, type TermCount } from "./statistics.ts";
import type { Worded } from "./terms.ts";

/** What the words of a collection's papers say. Positions are those in the list of papers. */
export interface Words {
	/** The papers like the one at each position: see `relatedPapers`. */
	related: RelatedColumns;
	/** See {@link frequentTerms}. */
	frequent: TermCount[];
}

/**
 * All that is found out of the words of papers in the order of the collection, 0.2 ms a paper, and
 * what makes it quicker the next time.
 */
export function wordsOf(
	papers: readonly Worded[],
	before?: KnownNearest,
): { words: Words; known: KnownNearest } {
	const { sums, nearest } = nearestAgain(papers, before);
	const { related, shared, words } = nearest;
	return {
		words: { related: { related, shared, words }, frequent: frequentTerms(papers) },
		known: { sums, nearest },
	};
}
