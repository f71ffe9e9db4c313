import type { Entry } from "../entry/read.ts";
import { citationKeys } from "../paper/citation-key.ts";
import { type Citable, shardCount } from "../paper/citations.ts";
import type { Model } from "./model.ts";
import { urls } from "./urls.ts";

const known = new WeakMap<Model, Map<string, Citable>>();

/** Entries with what it takes to cite them, in the order given. `site` is the origin of the site. */
export function citablesOf(entries: readonly Entry[], model: Model, site: URL): Citable[] {
	let all = known.get(model);
	if (!all) known.set(model, (all = allOf(model, site)));
	return entries.flatMap(({ paper }) => all.get(paper.id) ?? []);
}

function allOf({ entries, collection }: Model, site: URL): Map<string, Citable> {
	const keys = citationKeys(
		entries.map(({ paper }) => paper),
		entries.map(({ cited }) => cited.base),
	);
	return new Map(
		entries.map(({ paper, cited: { title, sum } }) => [
			paper.id,
			{
				paper,
				sum,
				key: keys.get(paper.id) ?? paper.id,
				title,
				page: `${site.origin}${urls.paper(paper.id)}`,
				language: paper.language ?? collection.language,
			},
		]),
	);
}

/** How many files at `/cite/` hold the citations. */
export function citationShards({ entries }: Model): number {
	return shardCount(entries.length);
}
