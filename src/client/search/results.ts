import { formatDate, isCalendarDate } from "../../paper/dates.ts";
import { typographic } from "../../paper/typography.ts";
import type { Found } from "./engine.ts";

/** A list item that shows a found paper. All text is set as text, never as HTML. */
export function resultItem(
	found: Found,
	topicName: (id: string) => string | undefined,
): HTMLElement {
	const { title = "", date = "", byline = "", topics = "" } = found.meta;
	const link = element("a", { href: found.url, dir: "auto" }, typographic(title));
	const facts = element(
		"p",
		{ class: "byline" },
		...(byline ? [element("span", {}, byline)] : []),
		isCalendarDate(date)
			? element("time", { datetime: date }, formatDate(date))
			: element("span", {}, "no date"),
		...topics
			.split(" ")
			.flatMap((id) => topicName(id) ?? [])
			.map((name) => element("span", {}, name)),
	);
	return element(
		"li",
		{},
		element(
			"article",
			{ class: "paper-item" },
			element("h2", { class: "title" }, link),
			facts,
			element("p", { class: "teaser", dir: "auto" }, ...excerptNodes(found.excerpt)),
		),
	);
}

/** The excerpt's text, with its matches marked. */
function excerptNodes(excerpt: string): Node[] {
	const body = new DOMParser().parseFromString(excerpt, "text/html").body;
	return [...body.childNodes].map((node) =>
		node.nodeName === "MARK"
			? element("mark", {}, node.textContent ?? "")
			: document.createTextNode(node.textContent ?? ""),
	);
}

function element(
	name: string,
	attributes: Record<string, string>,
	...children: (Node | string)[]
): HTMLElement {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.append(...children);
	return made;
}
