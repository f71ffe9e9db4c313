import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Link, Root, RootContent } from "mdast";
import type {} from "mdast-util-math";
import { toHast } from "mdast-util-to-hast";
import { isSafeAddress } from "../paper/links.ts";
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
	const hast = toHast({ type: "root", children: nodes } satisfies Root, {
		handlers: {
			inlineMath: (_state, node: { value: string }) => mathNode(node.value, false),
			math: (_state, node: { value: string }) => mathNode(node.value, true),
			link: (state, node: Link): ElementContent[] => {
				const children = state.all(node);
				if (!isSafeAddress(node.url)) return children;
				return [
					{
						type: "element",
						tagName: "a",
						properties: { href: node.url.replace(/^\//, base) },
						children,
					},
				];
			},
			// The page has the title as its only h1: an entry's own headings begin below it.
			heading: (state, node: Extract<RootContent, { type: "heading" }>): Element => ({
				type: "element",
				tagName: `h${Math.min(6, node.depth + 1)}`,
				properties: {},
				children: state.all(node),
			}),
		},
	});
	return toHtml(hast, { allowDangerousHtml: true });
}

/** Plain text of nodes: blocks parted by an empty line, math as one line of text. */
export function renderText(nodes: readonly RootContent[]): string {
	return nodes.map(blockText).join("\n\n");
}

function blockText(node: RootContent): string {
	if (node.type === "inlineMath" || node.type === "math") return mathToText(node.value);
	if (node.type === "break") return "\n";
	if ("children" in node) {
		const separator = ["list", "listItem", "blockquote", "table"].includes(node.type) ? "\n" : "";
		const cells = node.type === "tableRow" ? "\t" : separator;
		return node.children.map((child) => blockText(child as RootContent)).join(cells);
	}
	return "value" in node ? node.value : "";
}
