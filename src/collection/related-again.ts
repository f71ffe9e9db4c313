import { digestOf } from "../cache/kept.ts";
import { type NearestColumns, nearestColumns } from "./nearest.ts";
import { Compared, NEAREST } from "./related.ts";
import type { Worded } from "./terms.ts";
import { vectorsOf, type Weighted } from "./vectors.ts";

/** What is like each paper, by its position, and what decides it. */
export interface KnownNearest {
	/** Check sum of the telling terms of each paper, with their weights. */
	sums: string[];
	nearest: NearestColumns;
}

/** The same, as it was found. */
export interface FoundNearest extends KnownNearest {
	/** So many papers were compared for it. */
	compared: number;
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
export function nearestAgain(papers: readonly Worded[], before?: KnownNearest): FoundNearest {
	const vectors = vectorsOf(papers);
	const sums = vectors.map(sumOf);
	const compared = new Compared(vectors);
	const all = [...papers.keys()];
	const changed = all.filter((at) => sums[at] !== before?.sums[at]);
	// All weights hang on how many papers there are.
	const kept =
		before?.sums.length === papers.length && changed.length <= MANY * papers.length
			? before.nearest
			: undefined;
	const again = kept ? [...mayBeOther(changed, kept, compared)] : all;
	const anew = (at: number) => compared.nearestTo(at);
	const nearest = nearestColumns(papers.length, again, anew, kept);
	return { sums, nearest, compared: again.length };
}

/** The papers that may be like others now, since these have changed. */
function mayBeOther(
	changed: readonly number[],
	{ positions, least }: NearestColumns,
	compared: Compared,
): Set<number> {
	const again = new Set(changed);
	const have = new Set(changed);
	for (const [index, position] of positions.entries()) {
		if (have.has(position)) again.add(Math.floor(index / NEAREST));
	}
	for (const at of changed) {
		compared.eachLike(at, (position, score) => {
			if (score >= (least[position] ?? 0) - INEXACT) again.add(position);
		});
	}
	return again;
}

function sumOf(vector: readonly Weighted[]): string {
	return digestOf(
		JSON.stringify(vector.map(({ term: { word, topic }, weight }) => [word, topic, weight])),
	);
}
