import { type Likeness, relatedPapers } from "./related.ts";
import { frequentTerms, type TermCount } from "./statistics.ts";
import type { Worded } from "./terms.ts";

/** What the words of a collection's papers say. Positions are those in the list of papers. */
export interface Words {
	/** The papers like the one at each position: see {@link relatedPapers}. */
	related: Likeness[][];
	/** See {@link frequentTerms}. */
	frequent: TermCount[];
}

/** All that is found out of the words of papers in the order of the collection: 0.2 ms a paper. */
export function wordsOf(papers: readonly Worded[]): Words {
	const related = relatedPapers(papers);
	return { related: papers.map((_, at) => related(at)), frequent: frequentTerms(papers) };
}
