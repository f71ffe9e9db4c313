import type { PhrasingContent, RootContent } from "mdast";
import { attribute, isInLine, isJsx, type Jsx } from "./components.ts";
import { parseMarkup } from "./markup.ts";

/** What stands in an entry below its front matter, in nodes that any Markdown has. */
export interface PlainBody {
	abstract: RootContent[];
	/** From the first heading on. */
	notes: RootContent[];
}

/**
 * The body of an entry that was read before (`Entry.body`), with components as plain
 * Markdown: a figure as a picture, a callout as a quotation, a video as a link, a side note
 * in brackets. Formulas stay TeX. Addresses that begin with `/` get `home`, the absolute
 * address of the site, before them.
 */
export function plainBody(body: string, home: string): PlainBody {
	// A body that begins with a rule would be taken for front matter.
	const parsed = parseMarkup(`\n${body}`);
	if ("error" in parsed) throw new Error(`an entry that was read before: ${parsed.error.reason}`);
	const nodes = parsed.tree.children.flatMap((node) => plain(node, home));
	const heading = nodes.findIndex(({ type }) => type === "heading");
	return heading < 0
		? { abstract: nodes, notes: [] }
		: { abstract: nodes.slice(0, heading), notes: nodes.slice(heading) };
}

function plain(node: RootContent, home: string): RootContent[] {
	if (isJsx(node)) return component(node, home);
	const copy = { ...node } as RootContent;
	if (copy.type === "link" || copy.type === "definition") {
		copy.url = copy.url.replace(/^\/(?!\/)/, () => home);
	}
	// The title of the file is its only heading of the first rank.
	if (copy.type === "heading" && copy.depth === 1) copy.depth = 2;
	if ("children" in copy) copy.children = children(copy, home) as never;
	return [copy];
}

function component(node: Jsx, home: string): RootContent[] {
	const of = (name: string) => attribute(node, name) ?? "";
	const inside = children(node, home);
	if (node.name === "Figure") {
		const url = `${home}images/${of("src").split("/").map(encodeURIComponent).join("/")}`;
		const picture: PhrasingContent = { type: "image", url, alt: of("alt") };
		const caption = of("caption") ? [paragraph([text(of("caption"))])] : blocks(inside);
		return [paragraph([picture]), ...caption];
	}
	if (node.name === "Video") {
		return [paragraph([{ type: "link", url: of("href"), children: [text(of("title"))] }])];
	}
	if (node.type === "mdxJsxTextElement") {
		return [text("("), ...inside, text(")")];
	}
	return [{ type: "blockquote", children: blocks(inside) as never }];
}

function children(node: object, home: string): RootContent[] {
	return "children" in node
		? (node.children as RootContent[]).flatMap((child) => plain(child, home))
		: [];
}

/** Nodes as blocks: words that stand by themselves become a paragraph. */
function blocks(nodes: readonly RootContent[]): RootContent[] {
	return nodes.length > 0 && nodes.every(isInLine)
		? [paragraph(nodes as PhrasingContent[])]
		: [...nodes];
}

function paragraph(children: PhrasingContent[]): RootContent {
	return { type: "paragraph", children };
}

function text(value: string): PhrasingContent {
	return { type: "text", value };
}
