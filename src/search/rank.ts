import type { Hit, Hits } from "./match.ts";

/**
 * Ranking: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over the
 * abstract, and fixed weights for a word in the title or over the paper. The weights were chosen
 * with `npm run bench:relevance`.
 */
const SATURATION = 1.2;
const LENGTH = 0.4;
const IN_TITLE = 2.2;
const IN_AUTHORS = 2.6;
const IN_ORGANIZATION = 1.5;
/** For a title that has much of the query. */
const TITLE_COVERAGE = 2;
/** For two words of the query side by side. */
const BESIDE_IN_TITLE = 1;
const BESIDE_IN_TEXT = 0.5;
const BESIDE_IN_AUTHORS = 3;

/**
 * Gives the score of a paper for some terms; a term that it does not have counts nothing.
 * `lengths` are words in the papers' texts.
 */
export function ranking(terms: readonly Hits[], lengths: Float32Array): (paper: number) => number {
	const papers = lengths.length;
	const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers);
	const weights = terms.map((hits) => Math.log(1 + (papers - hits.size + 0.5) / (hits.size + 0.5)));
	const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
	return (paper) => {
		const normal = SATURATION * (1 - LENGTH + (LENGTH * (lengths[paper] ?? 1)) / average);
		let score = 0;
		let inTitle = 0;
		let covered = 0;
		let before: Hit | undefined;
		let weightBefore = 0;
		terms.forEach((hits, index) => {
			const hit = hits.get(paper);
			const weight = weights[index] ?? 0;
			if (hit) {
				covered += weight;
				const count = hit.text.length;
				let value = (count * (SATURATION + 1)) / (count + normal);
				if (hit.title.length > 0) {
					value += IN_TITLE;
					inTitle += weight;
				}
				if (hit.authors.length > 0) value += IN_AUTHORS;
				if (hit.organization.length > 0) value += IN_ORGANIZATION;
				score += weight * value;
				if (before) score += Math.min(weight, weightBefore) * beside(before, hit);
			}
			before = hit;
			weightBefore = weight;
		});
		const coverage = inTitle / total;
		score += TITLE_COVERAGE * inTitle * coverage;
		return score * (covered / total) ** 2;
	};
}

function beside(before: Hit, after: Hit): number {
	if (follows(before.authors, after.authors)) return BESIDE_IN_AUTHORS;
	if (follows(before.title, after.title)) return BESIDE_IN_TITLE;
	return follows(before.text, after.text) ? BESIDE_IN_TEXT : 0;
}

function follows(before: readonly number[], after: readonly number[]): boolean {
	return after.length > 0 && before.some((at) => after.includes(at + 1));
}
