import type { Collection } from "../paper/collection.ts";
import { teaser } from "../paper/text.ts";
import { oneLine } from "./cited-paper.ts";

/** A line of a list: a name, where it leads and what is there. */
interface Item {
	name: string;
	url: string;
	about?: string;
}

/** So many papers are listed, the newest: a model reads this whole. */
const MOST_PAPERS = 200;

/** `/llms.txt`: what the site has, for language models (https://llmstxt.org/). All addresses are absolute. */
export function llmsTxt(
	collection: Collection,
	lists: { files: readonly Item[]; topics: readonly Item[]; papers: readonly Item[] },
): string {
	const { files, topics, papers } = lists;
	const about = [
		`Research papers with their titles, abstracts and links: ${papers.length}.`,
		collection.license,
	];
	return [
		`# ${plain(collection.title)}`,
		`> ${plain(collection.tagline)}`,
		plain(about.filter(Boolean).join(" ")),
		...section("For programs", files),
		...section("Topics", topics),
		...section(
			papers.length > MOST_PAPERS ? `The newest ${MOST_PAPERS} papers` : "Papers",
			papers.slice(0, MOST_PAPERS),
		),
	]
		.join("\n\n")
		.concat("\n");
}

function section(title: string, items: readonly Item[]): string[] {
	if (items.length === 0) return [];
	const lines = items.map(
		({ name, url, about }) =>
			`- [${plain(name)}](${url.replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"))})${about ? `: ${plain(teaser(about, 160))}` : ""}`,
	);
	return [`## ${title}`, lines.join("\n")];
}

/** A text in one line, with the marks of Markdown escaped. */
function plain(text: string): string {
	return oneLine(text).replace(/[\\`*_[\]<>#|~$&]/g, "\\$&");
}
