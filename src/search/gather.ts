import type { IndexFiles } from "./index-files.ts";
import { type Hits, hitsOf, intersection } from "./match.ts";
import { hitsInRecords } from "./record-hits.ts";
import type { Resolved } from "./resolve.ts";
import { isUnspaced } from "./text.ts";

/** Where the terms of a query stand. */
export interface Gathered {
	/** For each term, in the order of the query. */
	hits: Hits[];
	/** In how many papers each term stands, about. */
	sizes: number[];
	corrections: { from: string; to: string }[];
}

/** From this power of two on, a word stands in so many papers that their list is long to send. */
const COMMON = 8;

/** So few papers are looked through themselves: their records are no more than a long list. */
const FEW = 20;

/**
 * Finds where the terms stand. The rare ones are looked up first. Where they leave few papers, the
 * common ones are looked for in the records of these papers, and their long lists are not sent: the
 * papers and their order are the same. `kept` tells which papers count, `common` from
 * which power of two on a number of papers is large.
 */
export async function gather(
	files: IndexFiles,
	asked: readonly Resolved[],
	kept: (paper: number) => boolean,
	common = COMMON,
): Promise<Gathered> {
	const later = asked.map((one) => one.frequency >= common && isOneWord(one));
	const firm = asked.some(({ readings }, index) => !later[index] && readings.length > 0);
	if (!firm) later.fill(false);
	const none: Hits = new Map();
	const hits = await Promise.all(
		asked.map(({ readings, term }, index) =>
			later[index] ? none : hitsOf(files, readings, term.field),
		),
	);
	const corrections = await correct(files, asked, hits, kept);
	const rare = hits.filter((some, index) => !later[index] && some.size > 0);
	const left = intersection(rare).filter(kept);
	const few = left.length > 0 && left.length <= FEW;
	const sizes = hits.map(({ size }) => size);
	const waiting = asked.flatMap((one, index) => (later[index] ? [{ one, index }] : []));
	await Promise.all(
		waiting.map(async ({ one, index }) => {
			sizes[index] = Math.round(2 ** (one.frequency + 0.5));
			if (few) hits[index] = await hitsInRecords(files, one, left);
		}),
	);
	const all = left.filter((paper) => waiting.every(({ index }) => hits[index]?.has(paper)));
	if (!few || all.length === 0) {
		await Promise.all(
			waiting.map(async ({ one, index }) => {
				const some = await hitsOf(files, one.readings, one.term.field);
				hits[index] = some;
				sizes[index] = some.size;
			}),
		);
	}
	return { hits, sizes, corrections };
}

function isOneWord({ readings, term }: Resolved): boolean {
	const [only, ...others] = readings;
	return only?.length === 1 && others.length === 0 && !isUnspaced(term.text);
}

/** Chooses, for each misspelled term, the likeliest word that stands together with the rest, and puts in its hits. */
async function correct(
	files: IndexFiles,
	asked: readonly Resolved[],
	hits: Hits[],
	kept: (paper: number) => boolean,
): Promise<Gathered["corrections"]> {
	const corrections: Gathered["corrections"] = [];
	for (const [index, { term, readings, candidates }] of asked.entries()) {
		const [likeliest] = candidates;
		if (!likeliest) continue;
		let chosen = likeliest;
		if (readings.length === 0) {
			const rest = hits.filter((some, other) => other !== index && some.size > 0);
			const common = rest.length > 0 ? intersection(rest).filter(kept) : undefined;
			hits[index] = await hitsOf(files, [[likeliest.stem]], term.field);
			for (const candidate of common && common.length > 0 ? candidates : []) {
				const some = await hitsOf(files, [[candidate.stem]], term.field);
				if (!common?.some((paper) => some.has(paper))) continue;
				chosen = candidate;
				hits[index] = some;
				break;
			}
		}
		corrections.push({ from: term.text, to: chosen.word });
	}
	return corrections;
}
