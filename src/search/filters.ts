import type { IndexFiles } from "./index-files.ts";
import { type Filter, isYears } from "./query.ts";

/** Properties that papers are filtered by, in the order in which they are shown. */
export const FILTERS = ["topic", "year", "organization", "author", "has"] as const;

export type FilterName = (typeof FILTERS)[number];

/** One thing asked of the papers, or held against them. */
export interface Choice {
	filter: FilterName;
	/** Id of a topic, a name, `code` or `discussion`; `2024`, `2024..2026` or `undated`. */
	value: string;
	exclude: boolean;
	/** The part of the query that asks for it, where that does. */
	source?: string;
}

/** A value of a filter and the number of found papers that have it. */
export interface FacetValue {
	value: string;
	count: number;
}

/** Choices of these are alternatives: a paper has one year and one organisation. */
const ALTERNATIVES: ReadonlySet<FilterName> = new Set(["year", "organization"]);

/** Papers that have what a choice names, whether it includes or excludes them. */
async function papersOf(files: IndexFiles, { filter, value }: Choice): Promise<Set<number>> {
	const values = await files.filter(filter);
	if (filter !== "year") return new Set(values.get(value) ?? []);
	const found = [...values].filter(([year]) => isWithin(year, value));
	return new Set(found.flatMap(([, papers]) => [...papers]));
}

/** A test for papers that pass all choices. Years and organisations are alternatives; all else is asked for together. */
export async function passing(
	files: IndexFiles,
	choices: readonly Choice[],
): Promise<(paper: number) => boolean> {
	const sets = await Promise.all(
		choices.map(async (choice) => ({ choice, papers: await papersOf(files, choice) })),
	);
	const tests = sets
		.filter(({ choice }) => choice.exclude || !ALTERNATIVES.has(choice.filter))
		.map(
			({ choice, papers }) =>
				(paper: number) =>
					papers.has(paper) !== choice.exclude,
		);
	for (const filter of ALTERNATIVES) {
		const some = sets.filter(({ choice }) => choice.filter === filter && !choice.exclude);
		if (some.length > 0) tests.push((paper) => some.some(({ papers }) => papers.has(paper)));
	}
	return (paper) => tests.every((test) => test(paper));
}

/**
 * The values of a filter among the papers that the words find and the other filters let through,
 * most frequent first. What is chosen is counted even where that is 0.
 */
export async function facet(
	files: IndexFiles,
	filter: FilterName,
	matching: readonly number[],
	choices: readonly Choice[],
): Promise<FacetValue[]> {
	const others = choices.filter(
		(choice) => choice.filter !== filter || choice.exclude || !ALTERNATIVES.has(filter),
	);
	const passes = await passing(files, others);
	const found = new Set(matching.filter(passes));
	const values = [...(await files.filter(filter))].map(([value, papers]) => ({
		value,
		count: papers.reduce((sum, paper) => sum + (found.has(paper) ? 1 : 0), 0),
	}));
	const chosen = new Set(choices.filter((one) => one.filter === filter).map(({ value }) => value));
	return values
		.filter(({ value, count }) => count > 0 || chosen.has(value))
		.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The filters of a query as choices. A topic may be named by its id or its name; what is neither comes back as unknown. */
export function choicesOf(
	filters: readonly Filter[],
	topics: readonly (readonly [id: string, name: string])[],
): { choices: Choice[]; unknownTopics: string[] } {
	const unknownTopics: string[] = [];
	const choices = filters.flatMap(({ filter, value, exclude, source }): Choice[] => {
		if (filter !== "topic") return [{ filter, value, exclude, source }];
		const asked = value.toLowerCase();
		const topic =
			topics.find(([id, name]) => id === asked || name.toLowerCase() === asked) ??
			topics.find(([, name]) => name.toLowerCase().startsWith(asked));
		if (!topic) unknownTopics.push(value);
		return topic ? [{ filter, value: topic[0], exclude, source }] : [];
	});
	return { choices, unknownTopics };
}

function isWithin(year: string, range: string): boolean {
	if (!range.includes("..") || !isYears(range) || year === "undated") return year === range;
	const [from = "", to = ""] = range.split("..");
	return (!from || year >= from) && (!to || year <= to);
}
