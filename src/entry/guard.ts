import type { Definition, Link, Root, RootContent } from "mdast";
import type { Issue } from "../paper/issues.ts";
import { isSafeAddress } from "../paper/links.ts";
import { attribute, componentProblems, isJsx, type Jsx } from "./components.ts";
import { issueAt, placeOf, walk } from "./markup.ts";
import type { Pictures } from "./pictures.ts";

/** What an entry may hold. Anything else, known today or not, is refused. */
const ALLOWED = new Set([
	"root",
	"yaml",
	"paragraph",
	"text",
	"emphasis",
	"strong",
	"delete",
	"inlineCode",
	"code",
	"break",
	"thematicBreak",
	"heading",
	"blockquote",
	"list",
	"listItem",
	"link",
	"linkReference",
	"definition",
	"table",
	"tableRow",
	"tableCell",
	"inlineMath",
	"math",
]);

/** Name for people and mend for what is refused by type. */
const REFUSED: Record<string, [name: string, fix: string]> = {
	mdxjsEsm: [
		"import or export",
		"An entry holds text, never code. If the paragraph is prose, write its first letter as a character reference: &#x69;mport, &#x65;xport.",
	],
	mdxFlowExpression: ["expression in braces", "Write a brace as \\{ where it is text."],
	mdxTextExpression: ["expression in braces", "Write a brace as \\{ where it is text."],
	html: ["raw HTML", "Write < as \\< where it is text."],
	image: ["image", 'Put it into content/images/ and write <Figure src="…" alt="…"/>.'],
	imageReference: ["image", 'Put it into content/images/ and write <Figure src="…" alt="…"/>.'],
	footnoteReference: ["footnote", "Write it as a sentence of the text."],
	footnoteDefinition: ["footnote", "Write it as a sentence of the text."],
};

/** No list or quotation of a reader goes so deep; renderers that recurse fail on more. */
const MAX_DEPTH = 50;

/** Paragraphs, words in italics, cells and so on: an abstract of 300 words has some ten. */
const MAX_NODES = 10_000;

/**
 * Everything in an entry's body that may not be there: code, markup, unsafe
 * addresses, pictures that `pictures` does not have. `source` is the text that
 * `tree` was parsed from.
 */
export function guard(tree: Root, source: string, file: string, pictures?: Pictures): Issue[] {
	const issues: Issue[] = [];
	let nodes = 0;
	for (const { node, depth } of walk(tree)) {
		if (depth > MAX_DEPTH) {
			const message = `unexpected nesting of more than ${MAX_DEPTH} levels, expected text, math, links, lists, tables or code`;
			issues.push(issueAt(file, placeOf(node), message, "Write it in one or two levels."));
			return issues;
		}
		if (++nodes > MAX_NODES) {
			const message = `unexpected more than ${MAX_NODES} pieces of text, expected an abstract and notes`;
			const fix = "An entry holds an abstract and notes, not the whole paper: link to it.";
			issues.push(issueAt(file, placeOf(node), message, fix));
			return issues;
		}
		if (isJsx(node)) {
			const written = componentProblems(node);
			const problems = written.length > 0 ? written : pictureProblems(node, pictures);
			for (const { message, fix } of problems) {
				issues.push(issueAt(file, placeOf(node), message, fix));
			}
		} else if (!ALLOWED.has(node.type)) {
			const [name, fix] = REFUSED[node.type] ?? [node.type, "Leave it out."];
			const found = "name" in node && typeof node.name === "string" ? ` <${node.name}>` : "";
			const message = `unexpected ${name}${found}, expected text, math, links, lists, tables or code`;
			issues.push(issueAt(file, placeOf(node), message, fix));
		} else if (isWrittenLink(node, source) && !isSafeAddress(node.url)) {
			const message = `unexpected address ${JSON.stringify(node.url)}, expected http, https, mailto or a page of this site`;
			const fix = "Use a web address that begins with https://, or write the text without a link.";
			issues.push(issueAt(file, placeOf(node), message, fix));
		}
	}
	return issues;
}

function pictureProblems(node: Jsx, pictures: Pictures | undefined) {
	const src = node.name === "Figure" ? attribute(node, "src") : undefined;
	if (src === undefined) return [];
	const picture = pictures?.(src) ?? "there is no such picture";
	if (typeof picture !== "string") return [];
	return [
		{
			message: `unexpected ${JSON.stringify(src.slice(0, 80))} as src of <Figure>: ${picture}, expected a picture in content/images/`,
			fix: "Put the picture there; its name stands as it is, in upper and lower case.",
		},
	];
}

/** A link in brackets. An address in running text is not one: the renderer links it only where it is safe. */
function isWrittenLink(node: Root | RootContent, source: string): node is Link | Definition {
	if (node.type === "definition") return true;
	return node.type === "link" && source[node.position?.start.offset ?? 0] === "[";
}
