import type { Entry } from "../entry/read.ts";
import { plainTitle } from "../entry/title.ts";
import { citationKeys } from "../paper/citation-key.ts";
import { type Citable, shardCount } from "../paper/citations.ts";
import { papersWithCard } from "./cards.ts";
import type { Model } from "./model.ts";
import { urls } from "./urls.ts";

/** The smallest number of files that a host of static sites takes: Cloudflare Pages, without pay. */
const MOST_FILES = 20_000;

/** Files of a paper's own: BibTeX, RIS, CSL-JSON. */
const FILES_A_PAPER = 3;

const known = new WeakMap<Model, Map<string, Citable>>();

/** Entries with what it takes to cite them, in the order given. `site` is the origin of the site. */
export function citablesOf(entries: readonly Entry[], model: Model, site: URL): Citable[] {
	let all = known.get(model);
	if (!all) known.set(model, (all = allOf(model, site)));
	return entries.flatMap(({ paper }) => all.get(paper.id) ?? []);
}

function allOf({ entries, collection }: Model, site: URL): Map<string, Citable> {
	const keys = citationKeys(entries.map(({ paper }) => paper));
	return new Map(
		entries.map(({ paper }) => [
			paper.id,
			{
				paper,
				key: keys.get(paper.id) ?? paper.id,
				title: plainTitle(paper.title),
				page: new URL(urls.paper(paper.id), site).href,
				language: paper.language ?? collection.language,
			},
		]),
	);
}

/** How many files at `/cite/` hold the citations. */
export function citationShards({ entries }: Model): number {
	return shardCount(entries.length);
}

/**
 * Whether every paper has files of citations of its own. In a large collection they would be
 * more than hosts take, and all are in the shards and in the files of lists anyway.
 */
export function papersHaveFiles(model: Model): boolean {
	const { entries, authors, organizations, topics, years } = model;
	const days = years.flatMap(({ months }) => months.flatMap(({ days }) => days));
	// A page for each, and what lists, feeds, pictures and the search index add.
	const others =
		entries.length * 1.2 +
		papersWithCard(model).length +
		authors.authors.length +
		organizations.length +
		topics.length * 30 +
		days.length * 5 +
		citationShards(model) +
		1000;
	return others + entries.length * FILES_A_PAPER <= MOST_FILES;
}
