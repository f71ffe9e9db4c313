import { type Choice, FILTERS, type FilterName } from "../../search/filters.ts";

/** What a reader searches for. It lives in the address, so that a search can be shared. */
export interface SearchState {
	/** The query as typed. */
	query: string;
	choices: Choice[];
	/** Best match first, or without a query newest first, where empty. */
	sort: "" | "newest" | "discussed";
}

/** The state in the search part of an address. Unknown parameters are left aside. */
export function readState(search: string): SearchState {
	const parameters = new URLSearchParams(search);
	const sort = parameters.get("sort");
	return {
		query: parameters.get("q")?.trim() ?? "",
		choices: FILTERS.flatMap((filter) => {
			const values = parameters.getAll(filter).flatMap((value) => parted(filter, value));
			return [...new Set(values)].map((value) => choiceOf(filter, value));
		}),
		sort: sort === "newest" || sort === "discussed" ? sort : "",
	};
}

/** The search part of an address that holds a state: `?q=turkish&topic=evaluation,-safety`, or nothing. */
export function writeState({ query, choices, sort }: SearchState): string {
	const parameters = new URLSearchParams();
	if (query) parameters.set("q", query);
	for (const filter of FILTERS) {
		const values = choices
			.filter((choice) => choice.filter === filter)
			.map(({ value, exclude }) => (exclude ? `-${value}` : value));
		if (isOne(filter) && values.length > 0) parameters.set(filter, values.join(","));
		else for (const value of values) parameters.append(filter, value);
	}
	if (sort) parameters.set("sort", sort);
	return parameters.size > 0 ? `?${parameters}` : "";
}

/** A state with a choice taken out, or put in where it was not. */
export function toggled(state: SearchState, choice: Choice): SearchState {
	const others = state.choices.filter((one) => !isSame(one, choice));
	const had = others.length < state.choices.length;
	// What is left out cannot be asked for as well.
	const opposite = { ...choice, exclude: !choice.exclude };
	const kept = others.filter((one) => !isSame(one, opposite));
	return { ...state, choices: had ? others : [...kept, choice] };
}

/** True when a state asks for nothing. */
export function isEmpty({ query, choices }: SearchState): boolean {
	return !query && choices.length === 0;
}

function isSame(a: Choice, b: Choice): boolean {
	return a.filter === b.filter && a.value === b.value && a.exclude === b.exclude;
}

/** Names may hold commas, and stand in a parameter each. */
function isOne(filter: FilterName): boolean {
	return filter !== "organization" && filter !== "author";
}

function parted(filter: FilterName, value: string): string[] {
	return (isOne(filter) ? value.split(",") : [value]).map((part) => part.trim()).filter(Boolean);
}

function choiceOf(filter: FilterName, value: string): Choice {
	const exclude = value.startsWith("-") && value.length > 1;
	return { filter, value: exclude ? value.slice(1) : value, exclude };
}
