import type { Places } from "./index-files.ts";
import type { Field } from "./query.ts";

/** Where a term stands in one paper: positions in words, by part. */
export interface Hit {
	/** In the abstract. */
	text: number[];
	title: number[];
	authors: number[];
	organization: number[];
}

/** Papers that have a term, by number. */
export type Hits = ReadonlyMap<number, Hit>;

/** One way to read a term: stems that stand side by side. */
export type Reading = readonly string[];

/** The parts of a paper, by the names of {@link Hit}. */
export const PARTS = ["text", "title", "authors", "organization"] as const;

/** Adds a place in a paper to those of a word, as often as it stands there. */
export function addPlace(
	hits: Map<number, Hit>,
	paper: number,
	part: keyof Hit,
	position: number,
	times = 1,
): void {
	const hit = hits.get(paper) ?? noPlace();
	for (let left = times; left > 0; left--) {
		hit[part].push(position);
		hits.set(paper, hit);
	}
}

/** A paper that does not have a word yet. */
export function noPlace(): Hit {
	return { text: [], title: [], authors: [], organization: [] };
}

/** The papers that have a term in a field; all where none is named. */
export function inField(hits: Hits, field: Field | undefined): Hits {
	return field ? new Map([...hits].filter(([, hit]) => hit[field].length > 0)) : hits;
}

/** Papers that all terms share. */
export function intersection(hits: readonly Hits[]): number[] {
	const [fewest, ...rest] = [...hits].sort((a, b) => a.size - b.size);
	if (!fewest) return [];
	return [...fewest.keys()].filter((paper) => rest.every((some) => some.has(paper)));
}

const known = new WeakMap<Places, Hits>();

/** What a place in Pagefind's numbers says, part by part. */
export function hitsFrom(places: Places, fields: readonly string[]): Hits {
	const before = known.get(places);
	if (before) return before;
	const hits = new Map<number, Hit>();
	for (const [paper, place] of places) {
		const hit = { ...noPlace(), text: place.locations };
		for (let index = 0; index < place.fields.length; index += 2) {
			const name = fields[place.fields[index] ?? -1] as Field | undefined;
			if (name && name in hit) hit[name].push(place.fields[index + 1] ?? 0);
		}
		hits.set(paper, hit);
	}
	known.set(places, hits);
	return hits;
}
