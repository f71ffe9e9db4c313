import {
	type Choice,
	choicesOf,
	type FacetValue,
	type FilterName,
	facet,
	passing,
} from "../../search/filters.ts";
import { IndexFiles } from "../../search/index-files.ts";
import { parseQuery, type Query, withPart } from "../../search/query.ts";
import { page, type Shown } from "../../search/refine.ts";
import { type Outcome, search } from "../../search/search.ts";
import { normalize } from "../../search/text.ts";
import { FileProblem } from "./files.ts";
import { place } from "./place.ts";
import { type SearchState, toggled, writeState } from "./state.ts";

/** What a search gave. */
export interface Finding {
	state: SearchState;
	query: Query;
	/** What is asked of the papers, by filters and in the query. */
	choices: Choice[];
	unknownTopics: string[];
	outcome: Outcome;
	/** The first papers. */
	first: Shown[];
	/** True when the site was updated since the page was opened. */
	updated: boolean;
	files: IndexFiles;
}

/** A filter that can be given up, and the number of papers that would bring. */
export interface Drop {
	/** All of them where left out. */
	choice: Choice | undefined;
	papers: number;
	/** The search without it. */
	state: SearchState;
}

/** Words offered for one that no paper has, and the letters they share with it at least. */
const MOST_NEAR = 4;
const SHORTEST_NEAR = 3;

let opened: Promise<IndexFiles> | undefined;
let firstName = "";

/** Opens the index, once. The next call tries again where it failed. */
export function openIndex(): Promise<IndexFiles> {
	opened ??= IndexFiles.open(place.read).catch((cause) => {
		opened = undefined;
		throw cause;
	});
	return opened;
}

/**
 * Searches. When a file is missing because the site was updated in between, it begins anew with
 * the new index: a search never mixes two. `signal` stops a search that was overtaken. Rejects
 * with a FileProblem where a file cannot be had.
 */
export async function find(state: SearchState, signal?: AbortSignal): Promise<Finding> {
	const files = await openIndex();
	firstName ||= files.name;
	try {
		return await findIn(files, state, signal);
	} catch (cause) {
		if (!(cause instanceof FileProblem) || !(await isOutdated(files))) throw cause;
		return findIn(await openIndex(), state, signal);
	}
}

/** True when the site has been updated since; what is asked from now on is asked of the new index. */
export async function isOutdated({ name }: IndexFiles): Promise<boolean> {
	const fresh = await IndexFiles.open(place.read).catch(() => undefined);
	if (!fresh || fresh.name === name) return false;
	opened = Promise.resolve(fresh);
	return true;
}

async function findIn(
	files: IndexFiles,
	state: SearchState,
	signal: AbortSignal | undefined,
): Promise<Finding> {
	const query = parseQuery(state.query);
	const { choices: asked, unknownTopics } = choicesOf(query.filters, files.contents.topics);
	const choices = [...state.choices, ...asked];
	const sort = state.sort || (query.terms.length > 0 ? "relevance" : "newest");
	const nothing = query.terms.length === 0 && choices.length === 0;
	const allowed = nothing ? () => false : await passing(files, choices);
	const outcome = await search(files, { terms: query.terms, allowed, sort });
	// Papers that nobody will see are not asked for.
	signal?.throwIfAborted();
	const first = await page(files, outcome);
	const updated = files.name !== firstName;
	return { state, query, choices, unknownTopics, outcome, first, updated, files };
}

/** More papers of a finding. */
export function more({ files, outcome }: Finding, from: number): Promise<Shown[]> {
	return page(files, outcome, from);
}

/** Ids of all papers of a finding, in its order. Rejects with a FileProblem. */
export async function idsOf({ files, outcome }: Finding): Promise<string[]> {
	const ids = await files.ids();
	return outcome.papers.flatMap((paper) => ids[paper] ?? []);
}

/** Values of a filter that fit a finding. */
export function facetOf(finding: Finding, filter: FilterName): Promise<FacetValue[]> {
	return facet(finding.files, filter, finding.outcome.matching, finding.choices);
}

/** What can be given up where nothing is found, what brings most first. */
export async function dropsOf({ state, files, outcome, choices }: Finding): Promise<Drop[]> {
	const all = await Promise.all(
		choices.map(async (choice): Promise<Drop> => {
			const passes = await passing(
				files,
				choices.filter((other) => other !== choice),
			);
			const rest = choice.source
				? { ...state, query: withPart(state.query, choice.source, "") }
				: toggled(state, choice);
			return { choice, papers: outcome.matching.filter(passes).length, state: rest };
		}),
	);
	const useful = all.filter(({ papers }) => papers > 0).sort((a, b) => b.papers - a.papers);
	const none = choices.reduce(
		(query, { source }) => withPart(query, source ?? "", ""),
		state.query,
	);
	const rest = { ...state, query: none, choices: [] };
	const papers = outcome.matching.length;
	const enough = useful.length > 0 || papers === 0 || choices.length === 0;
	return enough ? useful : [{ choice: undefined, papers, state: rest }];
}

/** Words of the index that begin as a word does that no paper has: the longer the beginning, the nearer. */
export async function nearTerms({ files, outcome, state }: Finding): Promise<SearchState[]> {
	const near = await Promise.all(
		outcome.missing.map(async ({ text, source, phrase }) => {
			const word = phrase ? "" : normalize(text);
			for (let length = word.length - 1; length >= SHORTEST_NEAR; length--) {
				const words = await files.wordsFrom(word.slice(0, length));
				if (words.length === 0) continue;
				return words
					.sort((a, b) => b.frequency - a.frequency)
					.slice(0, MOST_NEAR)
					.map(({ word }) => ({
						...state,
						query: withPart(state.query, source, source.replace(text, word)),
					}));
			}
			return [];
		}),
	);
	return near.flat();
}

/** Address of the search page for a state. */
export function searchAddress(state: SearchState): string {
	return place.link(`/search/${writeState(state)}`);
}
