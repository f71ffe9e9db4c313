import type { Choice, FilterName } from "../../search/filters.ts";

/** Names of filters, as headings. */
export const FILTER_NAMES: Readonly<Record<FilterName, string>> = {
	topic: "Topic",
	year: "Year",
	organization: "Organisation",
	author: "Author",
	has: "With",
};

/** The name of a value: of a topic, of years. */
export function valueLabel(
	filter: FilterName,
	value: string,
	topics: ReadonlyMap<string, string>,
): string {
	if (filter === "topic") return topics.get(value) ?? value;
	if (filter === "has") return value === "discussion" ? "comments" : value;
	if (filter === "year")
		return value.replace(/^\.\./, "until ").replace(/\.\.$/, " and later").replace("..", "–");
	return value;
}

/** A choice in words: `Evaluation`, `not 2025`. */
export function choiceLabel(choice: Choice, topics: ReadonlyMap<string, string>): string {
	const label = valueLabel(choice.filter, choice.value, topics);
	return choice.exclude ? `not ${label}` : label;
}
