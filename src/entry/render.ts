import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Link, LinkReference, Root, RootContent, Text } from "mdast";
import type {} from "mdast-util-math";
import { type State, toHast } from "mdast-util-to-hast";
import { isSafeAddress } from "../paper/links.ts";
import { typographic } from "../paper/typography.ts";
import { attribute, isInLine, isJsx, type Jsx } from "./components.ts";
import { mathToText, renderMath } from "./math.ts";
import type { Pictures } from "./pictures.ts";

/** A formula: its MathML comes from our own renderer, never from the entry. */
function mathNode(tex: string, display: boolean): ElementContent {
	return { type: "raw", value: renderMath(tex, display) };
}

/**
 * HTML of guarded nodes. Raw HTML cannot occur in them (see `guard`), so the only
 * raw parts of the result are formulas. Addresses that begin with `/` are those of
 * this site: `base` goes before them. `pictures` gives the size of a figure.
 */
export function renderHtml(nodes: RootContent[], base = "/", pictures?: Pictures): string {
	const anchor = (url: string, children: ElementContent[]): ElementContent[] => {
		// An address in running text takes what stands beside it: not all of that can be opened.
		if (!isSafeAddress(url) || !URL.canParse(url, "https://site.example/")) return children;
		const href = url.replace(/^\//, () => base);
		return [{ type: "element", tagName: "a", properties: { href }, children }];
	};
	const component = (state: State, node: Jsx): ElementContent[] =>
		componentHtml(node, blocks(state, node.children), base, pictures);
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
			mdxJsxFlowElement: component,
			mdxJsxTextElement: (state: State, node: Jsx): Element =>
				element("small", { className: ["side-note"] }, state.all(node as never)),
		},
	});
	return toHtml(hast, { allowDangerousHtml: true });
}

/** What a component becomes (the table is in `components.ts`); nothing of an entry but its texts gets in. */
function componentHtml(
	node: Jsx,
	children: ElementContent[],
	base: string,
	pictures: Pictures | undefined,
): ElementContent[] {
	const of = (name: string) => attribute(node, name) ?? "";
	const label = (name: string) => element("span", { className: ["label"] }, [text(name)]);
	if (node.name === "Figure") {
		const picture = pictures?.(of("src"));
		if (typeof picture !== "object") return [];
		const { width, height } = picture;
		const src = `${base}images/${of("src")}`;
		const shown = element("img", { src, alt: of("alt"), width, height, loading: "lazy" }, []);
		const caption = of("caption") ? [text(typographic(of("caption")))] : children;
		const below = caption.length > 0 ? [element("figcaption", {}, caption)] : [];
		return [element("figure", {}, [shown, ...below])];
	}
	if (node.name === "Callout") {
		const warning = of("type") === "warning";
		const head = element("p", {}, [label(warning ? "Warning" : "Note")]);
		const className = warning ? ["callout", "warning"] : ["callout"];
		return [element("aside", { className, role: "note" }, [head, ...children])];
	}
	if (node.name === "Video") {
		const link = element("a", { href: of("href") }, [text(typographic(of("title")))]);
		return [element("p", { className: ["video"] }, [label("Video"), text(" "), link])];
	}
	return [element("aside", { className: ["side-note"], role: "note" }, children)];
}

/** Children as blocks: what stands in a line is put into paragraphs. */
function blocks(state: State, children: RootContent[]): ElementContent[] {
	const paragraphs: RootContent[] = [];
	for (const child of children) {
		const last = paragraphs.at(-1);
		if (!isInLine(child)) paragraphs.push(child);
		else if (last?.type === "paragraph" && made.has(last)) last.children.push(child as never);
		else {
			const paragraph: RootContent = { type: "paragraph", children: [child as never] };
			made.add(paragraph);
			paragraphs.push(paragraph);
		}
	}
	return state.all({ type: "root", children: paragraphs } satisfies Root) as ElementContent[];
}

const made = new WeakSet<RootContent>();

function element(
	tagName: string,
	properties: Element["properties"],
	children: ElementContent[],
): Element {
	return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
	return { type: "text", value };
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
	if (isJsx(node)) return componentText(node);
	if ("children" in node) {
		const texts = node.children.map((child) => blockText(child as RootContent));
		if (node.type === "tableRow") return texts.join("\t");
		const holdsBlocks = ["list", "listItem", "blockquote", "table"].includes(node.type);
		return holdsBlocks ? joinBlocks(texts, "\n") : texts.join("");
	}
	return "value" in node ? node.value : "";
}

/** The words of a component: a note in a line stands in brackets, a figure is its caption. */
function componentText(node: Jsx): string {
	const words = node.children.every(isInLine)
		? node.children.map(blockText).join("")
		: joinBlocks(node.children.map(blockText), "\n");
	if (node.type === "mdxJsxTextElement") return `(${words})`;
	return attribute(node, "caption") ?? attribute(node, "title") ?? words;
}
