import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Link, LinkReference, Root, RootContent, Text } from "mdast";
import type {} from "mdast-util-math";
import { toHast } from "mdast-util-to-hast";
import { isSafeAddress } from "../paper/links.ts";
import { typographic } from "../paper/typography.ts";
import { mathToText, renderMath } from "./math.ts";

/** A formula: its MathML comes from our own renderer, never from the entry. */
function mathNode(tex: string, display: boolean): ElementContent {
	return { type: "raw", value: renderMath(tex, display) };
}

/**
 * HTML of guarded nodes. Raw HTML cannot occur in them (see `guard`), so the only
 * raw parts of the result are formulas. Addresses that begin with `/` are those of
 * this site: `base` goes before them.
 */
export function renderHtml(nodes: RootContent[], base = "/"): string {
	const anchor = (url: string, children: ElementContent[]): ElementContent[] => {
		if (!isSafeAddress(url)) return children;
		const href = url.replace(/^\//, () => base);
		return [{ type: "element", tagName: "a", properties: { href }, children }];
	};
	const hast = toHast({ type: "root", children: nodes } satisfies Root, {
		handlers: {
			text: (_state, node: Text) => ({ type: "text", value: typographic(node.value) }),
			inlineMath: (_state, node: { value: string }) => mathNode(node.value, false),
			math: (_state, node: { value: string }) => mathNode(node.value, true),
			link: (state, node: Link) => anchor(node.url, state.all(node)),
			linkReference: (state, node: LinkReference) => {
				const definition = state.definitionById.get(node.identifier.toUpperCase());
				return definition ? anchor(definition.url, state.all(node)) : state.all(node);
			},
			// The page has the title as its only h1: an entry's own headings are below it.
			heading: (state, node: Extract<RootContent, { type: "heading" }>): Element => ({
				type: "element",
				tagName: `h${Math.max(2, node.depth)}`,
				properties: {},
				children: state.all(node),
			}),
		},
	});
	return toHtml(hast, { allowDangerousHtml: true });
}

/** Plain text of nodes: blocks parted by an empty line, math as one line of text. */
export function renderText(nodes: readonly RootContent[]): string {
	return joinBlocks(nodes.map(blockText), "\n\n");
}

/** Blocks that show no text, such as a rule or the address of a reference, leave no gap. */
function joinBlocks(texts: readonly string[], separator: string): string {
	return texts.filter((text) => text !== "").join(separator);
}

function blockText(node: RootContent): string {
	if (node.type === "inlineMath" || node.type === "math") return mathToText(node.value);
	if (node.type === "break") return "\n";
	if ("children" in node) {
		const texts = node.children.map((child) => blockText(child as RootContent));
		if (node.type === "tableRow") return texts.join("\t");
		const holdsBlocks = ["list", "listItem", "blockquote", "table"].includes(node.type);
		return holdsBlocks ? joinBlocks(texts, "\n") : texts.join("");
	}
	return "value" in node ? node.value : "";
}
