import { digestOf } from "../cache/kept.ts";
import { Compared, type Nearest } from "./related.ts";
import type { Worded } from "./terms.ts";
import { vectorsOf, type Weighted } from "./vectors.ts";

/** What is like each paper, by its position, and what decides it. */
export interface KnownNearest {
	/** Check sum of the telling terms of each paper, with their weights. */
	sums: string[];
	nearest: Nearest[];
}

/** Where the terms of more papers than this share have changed, all are compared. */
const MANY = 0.1;

/** A sum of products is another in its last bits when it is added up in another order. */
const INEXACT = 1e-9;

/**
 * What is like each paper. Compares again those papers alone that may be like others than `before`:
 * of which a term, its weight or its word has changed, and those that are, or were, like one of these.
 * The result is the same whatever was known.
 */
export function nearestAgain(papers: readonly Worded[], before?: KnownNearest): KnownNearest {
	const vectors = vectorsOf(papers);
	const sums = vectors.map(sumOf);
	const compared = new Compared(vectors);
	const nearest = [...(before?.nearest ?? [])];
	const isMany = ({ length }: number[]) => length > MANY * papers.length;
	const all = [...papers.keys()];
	const changed = all.filter((at) => sums[at] !== before?.sums[at]);
	// All weights hang on how many papers there are.
	const isOther = nearest.length !== papers.length || isMany(changed);
	const again = isOther ? all : mayBeOther(changed, nearest, compared);
	if (isOther) nearest.length = papers.length;
	for (const at of again) nearest[at] = compared.nearestTo(at);
	return { sums, nearest };
}

/** The papers that may be like others now, since these have changed. */
function mayBeOther(
	changed: readonly number[],
	nearest: readonly Nearest[],
	compared: Compared,
): Set<number> {
	const again = new Set(changed);
	const have = new Set(changed);
	for (const [at, { positions }] of nearest.entries()) {
		if (positions.some((position) => have.has(position))) again.add(at);
	}
	for (const at of changed) {
		compared.eachLike(at, (position, score) => {
			const { least } = nearest[position] as Nearest;
			if (score >= least - INEXACT) again.add(position);
		});
	}
	return again;
}

function sumOf(vector: readonly Weighted[]): string {
	return digestOf(
		JSON.stringify(vector.map(({ term: { word, topic }, weight }) => [word, topic, weight])),
	);
}
