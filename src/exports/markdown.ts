import type { PhrasingContent, RootContent } from "mdast";
import type {} from "mdast-util-math";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { formatDate } from "../paper/dates.ts";
import { LINK_NAMES } from "../paper/links.ts";
import type { Paper } from "../paper/schema.ts";
import { titleParts } from "../paper/typography.ts";

const serializer = remark().use(remarkGfm).use(remarkMath).freeze();

/**
 * `/papers/<id>.md`: a paper as plain Markdown, with formulas as TeX between dollar signs. It
 * is written from a syntax tree, so what people wrote stays text. `body` is the abstract and
 * what follows it, `url` the address of the paper's page.
 */
export function paperMarkdown(
	paper: Paper,
	body: readonly RootContent[],
	url: string,
	topics: readonly string[],
): string {
	const links = Object.entries(LINK_NAMES).flatMap(([kind, name]) => {
		const address = paper.links[kind as keyof typeof LINK_NAMES];
		return address ? [linkTo(name, address)] : [];
	});
	return markdownOf([
		{ type: "heading", depth: 1, children: titleNodes(paper.title) },
		...paragraphs(byline(paper)),
		...body,
		{ type: "thematicBreak" },
		...paragraphs(topics.length > 0 ? `Topics: ${topics.join(", ")}` : ""),
		{
			type: "list",
			spread: false,
			children: [linkTo("This paper’s page", url), ...links].map((link) => ({
				type: "listItem",
				children: [{ type: "paragraph", children: [link] }],
			})),
		},
	]);
}

/** Nodes as Markdown; empty where there are none. */
export function markdownOf(nodes: readonly RootContent[]): string {
	return nodes.length === 0
		? ""
		: serializer.stringify({ type: "root", children: [...nodes] } as never);
}

function byline(paper: Paper): string {
	const { authors = [], authorCount = 0, organization, venue, date } = paper;
	const counted = authorCount === 1 ? "1 author" : authorCount > 1 ? `${authorCount} authors` : "";
	const who = authors.join(", ") || counted;
	return [who, organization?.name, venue, date && formatDate(date)].filter(Boolean).join(" · ");
}

function titleNodes(title: string): PhrasingContent[] {
	return titleParts(title).map(({ math, value }) =>
		math
			? { type: "inlineMath", value }
			: { type: "text", value: value.replaceAll("\\$", "$").replace(/\s+/g, " ") },
	);
}

function paragraphs(text: string): RootContent[] {
	return text ? [{ type: "paragraph", children: [{ type: "text", value: text }] }] : [];
}

function linkTo(name: string, url: string): PhrasingContent {
	return { type: "link", url, children: [{ type: "text", value: name }] };
}
