import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { parseMarkup, placeOf, walk } from "../entry/markup.ts";

/** Where a link stands. */
export interface LinkPlace {
	/** As it is written there. */
	address: string;
	file: string;
	line: number;
	column: number;
}

/** Every web address that an entry links to, in front matter (`links`) and text, with its place. */
export function linksIn(file: string, text: string): LinkPlace[] {
	const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	const front = /^---\n([\s\S]*?)^---[ \t]*$/m.exec(source)?.[1] ?? "";
	const parsed = parseMarkup(source);
	const body = "tree" in parsed ? [...walk(parsed.tree)].map(({ node }) => node) : [];
	return [
		...frontMatterLinks(front).map((link) => ({ ...link, line: link.line + 1 })),
		...body.flatMap((node) => {
			if (node.type === "link" || node.type === "definition") {
				return [{ address: node.url, ...placeOf(node) }];
			}
			if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return [];
			return node.attributes.flatMap((attribute) =>
				"name" in attribute && attribute.name === "href" && typeof attribute.value === "string"
					? [{ address: attribute.value, ...placeOf(node) }]
					: [],
			);
		}),
	]
		.filter(({ address }) => /^https?:\/\//i.test(address) && URL.canParse(address))
		.map((link) => ({ file, ...link }));
}

function frontMatterLinks(yaml: string): Omit<LinkPlace, "file">[] {
	const lineCounter = new LineCounter();
	const links = parseDocument(yaml, { lineCounter, logLevel: "silent" }).get("links", true);
	if (!isMap(links)) return [];
	return links.items.flatMap(({ value }) => {
		if (!isScalar(value) || typeof value.value !== "string") return [];
		const { line, col } = lineCounter.linePos(value.range?.[0] ?? 0);
		return [{ address: value.value, line, column: col }];
	});
}
