import type { Entry } from "../../src/entry/read.ts";
import { plainTitle } from "../../src/entry/title.ts";
import { abstractOf, writeEntry, yamlOf } from "../../src/entry/write.ts";
import { TOPICS } from "./collection.ts";
import type { Peer } from "./recipes.ts";

/** A paper as a peer reads it: the same title, names, day, topics and abstract; formulas are text. */
export function paperText(
	peer: Peer,
	{ id, title, date, authors, topics, links, abstract }: Entry["paper"],
) {
	const entry = writeEntry(
		{ title: plainTitle(title), topics: [], links: {} },
		abstractOf(abstract),
	);
	const body = entry.slice(entry.indexOf("\n---\n") + 5);
	const day = date ?? "";
	const data = {
		id,
		title: plainTitle(title),
		date: day,
		authors,
		topics,
		paper: links.doi ?? links.paper,
		...(peer === "hugo"
			? { url: `/papers/${id}/`, years: [day.slice(0, 4)], months: [day.slice(0, 7)], days: [day] }
			: {}),
	};
	return `---\n${yamlOf(JSON.parse(JSON.stringify(data)))}\n---\n${body}`;
}

/** Files of Hugo: it has one for the title of each list, and topics say there that they have a feed. */
export function hugoLists(): [string, string][] {
	const page = (data: object) => `---\n${JSON.stringify(data)}\n---\n`;
	return [
		["content/papers/_index.md", page({ title: "All papers" })],
		["content/topics/_index.md", page({ title: "Topics" })],
		["content/years/_index.md", page({ title: "Dates" })],
		...Object.entries(topicNames()).map(([id, { name, description }]): [string, string] => [
			`content/topics/${id}/_index.md`,
			page({ title: name, description, outputs: ["html", "rss"] }),
		]),
	];
}

/** Names and descriptions of the topics, by id. */
export function topicNames(): Record<string, { name: string; description: string }> {
	return Object.fromEntries(
		Object.entries(TOPICS).map(([id, { name }]) => [
			id,
			{ name, description: `Papers on ${name.toLowerCase()}.` },
		]),
	);
}
