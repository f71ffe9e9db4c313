import type { IndexFiles } from "./index-files.ts";
import { type Hit, type Hits, hitsFrom, inField, noPlace, PARTS, type Reading } from "./match.ts";
import { pairWith } from "./neighbours.ts";
import type { Pair } from "./pairs.ts";
import type { Field } from "./query.ts";

/** Stems that are read as one: a word, or two words of which one at least is common. */
interface Piece {
	first: string;
	second?: string;
	/** True where the first word of the pair is the last one of the piece before. */
	overlaps: boolean;
}

const NOWHERE: Hits = new Map();

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

/** The papers in which stems stand side by side, and where the last of them does. */
async function sequence(files: IndexFiles, stems: Reading): Promise<Hits> {
	const pieces = await Promise.all(
		// A word by itself begins and ends at one place.
		piecesOf(stems, files.paired).map(async ({ first, second, overlaps }) => ({
			pair:
				second === undefined
					? { beside: NOWHERE, within: await hitsOfWord(files, first) }
					: ((await pairOf(files, first, second)) ?? { beside: NOWHERE, within: NOWHERE }),
			overlaps,
		})),
	);
	const [first, ...rest] = pieces;
	if (!first) return NOWHERE;
	const start = first.pair.beside === NOWHERE ? first.pair.within : either(first.pair);
	return rest.reduce((ends, { pair, overlaps }) => follow(ends, pair, overlaps), start);
}

/**
 * Parts stems into pairs where one of two is common, and single words elsewhere. A common word that
 * is left over shares the word before it: by itself it is read where there is no other way.
 */
function piecesOf(stems: Reading, paired: ReadonlyMap<string, number>): Piece[] {
	const isPair = (first: string, second: string | undefined): second is string =>
		second !== undefined && first !== second && (paired.has(first) || paired.has(second));
	// Common words up to the end are pairs among themselves where their number is even.
	const isLeft = (at: number) =>
		(stems.length - at) % 2 === 1 &&
		stems.every((stem, other) => paired.has(stem) === other > at || other < at);
	const pieces: Piece[] = [];
	for (let at = 0; at < stems.length; at++) {
		const [before = "", stem = "", after] = [stems[at - 1], stems[at], stems[at + 1]];
		if (isPair(stem, after) && !isLeft(at)) {
			pieces.push({ first: stem, second: after, overlaps: false });
			at++;
		} else if (at > 0 && paired.has(stem) && isPair(before, stem)) {
			pieces.push({ first: before, second: stem, overlaps: true });
		} else pieces.push({ first: stem, overlaps: false });
	}
	return pieces;
}

async function hitsOfWord(files: IndexFiles, stem: string): Promise<Hits> {
	return hitsFrom(await files.places(stem), files.contents.fields);
}

async function pairOf(
	files: IndexFiles,
	first: string,
	second: string,
): Promise<Pair<Hits> | undefined> {
	const [leading, following] = [files.paired.get(first), files.paired.get(second)];
	if (leading !== undefined && following !== undefined) return files.pair(first, second);
	const leads = leading !== undefined;
	const stem = leads ? second : first;
	const [hits, neighbours] = await Promise.all([hitsOfWord(files, stem), files.neighbours(stem)]);
	return neighbours && pairWith(hits, neighbours, leading ?? following ?? 0, leads, files.parts);
}

/** Positions of a pair, whichever way it stands. */
function either({ beside, within }: Pair<Hits>): Hits {
	const papers = new Set([...beside.keys(), ...within.keys()]);
	return positions(papers, (paper, part) =>
		joined(beside.get(paper)?.[part] ?? [], within.get(paper)?.[part] ?? []),
	);
}

/** Positions of a pair whose beginning stands beside an end: one on, or in the same word of many parts. */
function follow(ends: Hits, { beside, within }: Pair<Hits>, overlaps: boolean): Hits {
	return positions(ends.keys(), (paper, part) => {
		const before = ends.get(paper)?.[part] ?? [];
		const isReached = (at: number) => before.includes(at) || (!overlaps && before.includes(at - 1));
		const one = beside.get(paper)?.[part] ?? [];
		const same = within.get(paper)?.[part] ?? [];
		return joined(
			one.filter((at) => isReached(at - 1)),
			same.filter(isReached),
		);
	});
}

/** Positions that are in either list, as often as they are there. */
function joined(one: readonly number[], same: readonly number[]): number[] {
	return [...one, ...same.filter((at) => !one.includes(at))];
}

function positions(
	papers: Iterable<number>,
	of: (paper: number, part: keyof Hit) => number[],
): Hits {
	const hits = new Map<number, Hit>();
	for (const paper of papers) {
		const hit = noPlace();
		for (const part of PARTS) hit[part] = of(paper, part);
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
