import type { IndexFiles, Places } from "./index-files.ts";
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

const PARTS = ["text", "title", "authors", "organization"] as const;

/** The papers that have one of the readings, in one field or anywhere. */
export async function hitsOf(
	files: IndexFiles,
	readings: readonly Reading[],
	field?: Field,
): Promise<Hits> {
	const all = await Promise.all(readings.map((stems) => sequence(files, stems)));
	const hits = all.length === 1 && all[0] ? all[0] : union(all);
	return inField(hits, field);
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

async function sequence(files: IndexFiles, stems: Reading): Promise<Hits> {
	const [first, ...rest] = await Promise.all(
		stems.map(async (stem) => hitsFrom(await files.places(stem), files.contents.fields)),
	);
	if (!first) return new Map();
	return rest.reduce(follow, first);
}

/** Positions where the second stands beside the end of the first: one on, or in the same word of many parts. */
function follow(first: Hits, second: Hits): Hits {
	const hits = new Map<number, Hit>();
	for (const [paper, before] of first) {
		const after = second.get(paper);
		if (!after) continue;
		const hit: Hit = { text: [], title: [], authors: [], organization: [] };
		for (const part of PARTS) {
			if (before[part].length === 0 || after[part].length === 0) continue;
			const ends = new Set(before[part]);
			hit[part] = after[part].filter((at) => ends.has(at - 1) || ends.has(at));
		}
		if (PARTS.some((part) => hit[part].length > 0)) hits.set(paper, hit);
	}
	return hits;
}

function union(all: readonly Hits[]): Hits {
	const hits = new Map<number, Hit>();
	for (const some of all) {
		for (const [paper, hit] of some) {
			const known = hits.get(paper);
			if (!known) hits.set(paper, hit);
			else {
				hits.set(paper, {
					text: [...known.text, ...hit.text],
					title: [...known.title, ...hit.title],
					authors: [...known.authors, ...hit.authors],
					organization: [...known.organization, ...hit.organization],
				});
			}
		}
	}
	return hits;
}

const known = new WeakMap<Places, Hits>();

/** What a place in Pagefind's numbers says, part by part. */
function hitsFrom(places: Places, fields: readonly string[]): Hits {
	const before = known.get(places);
	if (before) return before;
	const hits = new Map<number, Hit>();
	for (const [paper, place] of places) {
		const hit: Hit = { text: place.locations, title: [], authors: [], organization: [] };
		for (let index = 0; index < place.fields.length; index += 2) {
			const name = fields[place.fields[index] ?? -1] as Field | undefined;
			if (name && name in hit) hit[name].push(place.fields[index + 1] ?? 0);
		}
		hits.set(paper, hit);
	}
	known.set(places, hits);
	return hits;
}
