/** What a reader searches for. It lives in the address, so that a search can be shared. */
export interface SearchState {
	query: string;
	/** Id of a topic, several with commas for papers that have them all, or empty. */
	topic: string;
	/** `2026`, `undated`, or empty for all. */
	year: string;
	/** Name of an organisation, or empty for all. */
	organization: string;
	/** `code` for papers with code, or empty for all. */
	has: string;
	/** `newest`, or empty for the best match first. */
	sort: string;
}

const PARAMETERS = {
	query: "q",
	topic: "topic",
	year: "year",
	organization: "organization",
	has: "has",
	sort: "sort",
} as const satisfies Record<keyof SearchState, string>;

const FILTERS = ["topic", "year", "organization", "has"] as const;

/** The state in the search part of an address. Unknown parameters are left aside. */
export function readState(search: string): SearchState {
	const parameters = new URLSearchParams(search);
	const of = (key: keyof SearchState) => parameters.get(PARAMETERS[key])?.trim() ?? "";
	return {
		query: of("query"),
		topic: of("topic"),
		year: of("year"),
		organization: of("organization"),
		has: of("has"),
		sort: of("sort"),
	};
}

/** The search part of an address that holds a state: `?q=turkish&topic=evaluation`, or nothing. */
export function writeState(state: SearchState): string {
	const parameters = new URLSearchParams();
	for (const key of Object.keys(PARAMETERS) as (keyof SearchState)[]) {
		if (state[key]) parameters.set(PARAMETERS[key], state[key]);
	}
	return parameters.size > 0 ? `?${parameters}` : "";
}

/** The filters of a state as Pagefind takes them. */
export function filtersOf(state: SearchState): Record<string, string | string[]> {
	const filters = FILTERS.flatMap((key) => (state[key] ? [[key, state[key]] as const] : []));
	// A list asks for papers that have all of it.
	return Object.fromEntries(
		filters.map(([key, value]) => [key, key === "topic" ? value.split(",") : value]),
	);
}

/** True when a state asks for nothing. */
export function isEmpty(state: SearchState): boolean {
	return !state.query && Object.keys(filtersOf(state)).length === 0;
}
