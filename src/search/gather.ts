import type { IndexFiles } from "./index-files.ts";
import { type Hits, inField, intersection } from "./match.ts";
import { hitsOf } from "./phrase.ts";
import type { Resolved } from "./resolve.ts";
import { isUnspaced } from "./text.ts";

/** Where a term stands. */
interface Found {
	hits: Hits;
	/** The stem of a common word, of which only papers and parts are known. */
	outlined?: string;
}

/** Where the terms of a query stand. */
export interface Gathered {
	/** For each term, in the order of the query. */
	found: Found[];
	corrections: { from: string; to: string }[];
}

/** Finds where the terms stand. `kept` tells which papers count. */
export async function gather(
	files: IndexFiles,
	asked: readonly Resolved[],
	kept: (paper: number) => boolean,
): Promise<Gathered> {
	const found = await Promise.all(asked.map((one) => find(files, one)));
	return { corrections: await correct(files, asked, found, kept), found };
}

/** Where a term stands; of a common word only in which papers and parts. */
export async function find(
	files: IndexFiles,
	{ term, readings, frequency }: Omit<Resolved, "candidates" | "beginnings" | "stop">,
): Promise<Found> {
	const [only, ...others] = readings;
	const [stem = ""] = only ?? [];
	const single = only?.length === 1 && others.length === 0 && !isUnspaced(term.text);
	const outline =
		single && frequency >= files.contents.common ? await files.outline(stem) : undefined;
	if (outline) return { hits: inField(outline, term.field), outlined: stem };
	return { hits: await hitsOf(files, readings, term.field) };
}

/** Chooses, for each misspelled term, the likeliest word that stands together with the rest, and puts in its hits. */
async function correct(
	files: IndexFiles,
	asked: readonly Resolved[],
	found: Found[],
	kept: (paper: number) => boolean,
): Promise<Gathered["corrections"]> {
	const corrections: Gathered["corrections"] = [];
	for (const [index, one] of asked.entries()) {
		const { term, readings, candidates } = one;
		const [likeliest] = candidates;
		if (!likeliest) continue;
		let chosen = likeliest;
		if (readings.length === 0) {
			const rest = found.flatMap(({ hits }, other) =>
				other !== index && hits.size > 0 ? [hits] : [],
			);
			const common = rest.length > 0 ? intersection(rest).filter(kept) : [];
			for (const candidate of common.length > 0 ? candidates : [likeliest]) {
				const { stem, frequency } = candidate;
				const some = await find(files, { term, readings: [[stem]], frequency });
				const fits = common.length === 0 || common.some((paper) => some.hits.has(paper));
				if (candidate === likeliest || fits) {
					chosen = candidate;
					found[index] = some;
				}
				if (fits) break;
			}
		}
		corrections.push({ from: term.text, to: chosen.word });
	}
	return corrections;
}
