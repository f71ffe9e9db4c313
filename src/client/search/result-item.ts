import { formatDate, isPaperDate } from "../../paper/dates.ts";
import { typographic } from "../../paper/typography.ts";
import { excerpt, foundWords, markedTitle, type Run } from "../../search/excerpt.ts";
import type { Shown } from "../../search/refine.ts";
import { element } from "./dom.ts";
import type { Finding } from "./engine.ts";
import { place } from "./place.ts";

/** Words that a page marks when it is opened from a result, at most. */
const MOST_MARKED = 12;

/** A list item that shows a found paper. */
export function resultItem({ paper, record }: Shown, { outcome, files }: Finding): HTMLLIElement {
	const { meta, filters, content } = record;
	const title = typographic(meta.title ?? "");
	const words = foundWords({ content, title }, outcome, paper).slice(0, MOST_MARKED);
	const marks = words.length > 0 ? `?${new URLSearchParams({ highlight: words.join(" ") })}` : "";
	const href = place.link(record.url + marks);
	const date = filters.date?.[0] ?? "";
	const topics = new Map(files.contents.topics);
	const facts = element(
		"p",
		{ class: "credits" },
		...facet(bylineOf(record)),
		isPaperDate(date)
			? element("time", { datetime: date }, formatDate(date))
			: element("span", {}, "no date"),
		...(filters.topic ?? []).flatMap((id) => facet(topics.get(id) ?? "")),
	);
	const found = excerpt(typographic(content), outcome, paper);
	return element(
		"li",
		{},
		element(
			"article",
			{ class: "paper-item" },
			element(
				"h2",
				{ class: "title" },
				element("a", { href, dir: "auto" }, ...nodes(markedTitle(title, outcome, paper))),
			),
			facts,
			element("p", { class: "teaser", dir: "auto" }, ...nodes(found)),
		),
	);
}

/** Who wrote the paper: names, or as many as are known. */
function bylineOf({ meta, filters }: Shown["record"]): string {
	const count = filters.authorCount?.[0];
	const authors = meta.authors?.split(", ") ?? [];
	const named =
		authors.length > 6 ? [...authors.slice(0, 5), `${authors.length - 5} more`] : authors;
	const counted = count ? `${count} ${count === "1" ? "author" : "authors"}` : "";
	return [named.join(", ") || (meta.organization ? "" : counted), meta.organization ?? ""]
		.filter(Boolean)
		.join(", ");
}

function facet(text: string): HTMLElement[] {
	return text ? [element("span", {}, text)] : [];
}

function nodes(runs: readonly Run[]): (Node | string)[] {
	return runs.map(({ text, found }) => (found ? element("mark", {}, text) : text));
}
