import type { Paragraph, PhrasingContent, Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import { Document, isMap, isScalar, visit } from "yaml";
import { type FrontMatter, linksSchema, sourceSchema } from "../paper/schema.ts";
import { toParagraphs, toStorableText } from "../paper/text.ts";
import { withPlainYear } from "./fields.ts";

/** A piece of an abstract: words, or a formula in TeX; `math` is one that is a paragraph of its own. */
export type Inline = { type: "text" | "inlineMath" | "math"; value: string };

/** Paragraphs of pieces: how an abstract is handed to the writer. */
export type Abstract = readonly (readonly Inline[])[];

/** An abstract without math, of any text at all. */
export function abstractOf(text: string): Abstract {
	return toParagraphs(toStorableText(text)).map((value) => [{ type: "text", value }]);
}

const serializer = remark()
	.use(remarkFrontmatter)
	.use(remarkGfm)
	.use(remarkMath)
	.use(remarkMdx)
	.data("settings", {
		// A paragraph that begins so would be code to an MDX parser.
		unsafe: [
			{ atBreak: true, character: "i", after: "mport(?![\\w$])" },
			{ atBreak: true, character: "e", after: "xport(?![\\w$])" },
			// The serialiser's own patterns for lists miss every second of two marks on lines that follow each other.
			...["-", "+", "*"].map((character) => ({
				atBreak: true,
				character,
				after: "(?=[ \\t\\r\\n]|$)",
			})),
			...[".", ")"].map((character) => ({
				atBreak: true,
				before: "\\d+",
				character,
				after: "(?=[ \\t\\r\\n]|$)",
			})),
		],
		handlers: { link: (node: { url: string }) => node.url },
	})
	.freeze();

/** The order in which keys stand in an entry, from what is read most to what is read least. */
export const KEY_ORDER = [
	"title",
	"date",
	"authors",
	"authorCount",
	"organization",
	"venue",
	"language",
	"commentCount",
	"upvotes",
	"topics",
	"links",
	"aliases",
	"source",
	"otherSources",
] as const satisfies readonly (keyof FrontMatter)[];

/** Links and facts about a source, in the order of the schema. */
const LINK_ORDER: readonly string[] = Object.keys(linksSchema.shape);
const SOURCE_ORDER: readonly string[] = Object.keys(sourceSchema.shape);

/** The order of the keys at a place of the front matter; none where any will do. */
export function keyOrderAt(path: readonly (string | number)[]): readonly string[] {
	if (path.length === 0) return KEY_ORDER;
	if (path[0] === "links") return LINK_ORDER;
	return path[0] === "source" || path[0] === "otherSources" ? SOURCE_ORDER : [];
}

/**
 * The text of an entry. It is written from a syntax tree, so that any title and
 * any abstract read back the same (see `toStorableText` for the three exceptions).
 */
export function writeEntry(frontMatter: FrontMatter, abstract: Abstract): string {
	const tree: Root = {
		type: "root",
		children: [
			{ type: "yaml", value: yamlOf(withPlainYear(inOrder(frontMatter))) },
			...abstract.map((pieces): Paragraph | Display =>
				pieces.length === 1 && pieces[0]?.type === "math"
					? { type: "math", value: pieces[0].value }
					: { type: "paragraph", children: pieces.flatMap(toNodes) },
			),
		],
	};
	return serializer.stringify(tree);
}

/** The keys that have something to say, in the order in which they stand in an entry. */
export function inOrder(frontMatter: FrontMatter): Partial<FrontMatter> {
	return Object.fromEntries(
		KEY_ORDER.flatMap((key) => {
			const value = frontMatter[key];
			const empty =
				value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
			return empty ? [] : [[key, value] as const];
		}),
	);
}

/**
 * A value in YAML, without line end. Strings are written as JSON where they need quotes: folded
 * over several lines, some texts with line ends would not read back the same. `flow` writes
 * all on one line; digests always stand on one.
 */
export function yamlOf(value: unknown, flow = false): string {
	const document = new Document(value);
	visit(document, {
		Pair: (_, { key, value: digests }) => {
			if (isScalar(key) && key.value === "digests" && isMap(digests)) digests.flow = true;
		},
	});
	return document
		.toString({
			lineWidth: 0,
			blockQuote: false,
			doubleQuotedAsJSON: true,
			flowCollectionPadding: false,
			collectionStyle: flow ? "flow" : "any",
		})
		.slice(0, -1);
}

/**
 * A plain address stays as it is, where it can be read back without doubt: ASCII
 * without marks, then a space and a word, or the end of the paragraph. The
 * serialiser would escape the colon of any other.
 */
const PLAIN_ADDRESS =
	/(?<![\w\\])https:\/\/[A-Za-z0-9][A-Za-z0-9.\-/]*[A-Za-z0-9/](?=[.,;)]?(?: \w|$))/g;

function toNodes(piece: Inline, index: number, pieces: readonly Inline[]): PhrasingContent[] {
	if (piece.type !== "text") return [{ type: "inlineMath", value: piece.value }];
	const nodes: PhrasingContent[] = [];
	let end = 0;
	const last = index === pieces.length - 1;
	for (const match of last ? piece.value.matchAll(PLAIN_ADDRESS) : []) {
		if (match.index > end) nodes.push({ type: "text", value: piece.value.slice(end, match.index) });
		nodes.push({ type: "link", url: match[0], children: [] });
		end = match.index + match[0].length;
	}
	if (end < piece.value.length || nodes.length === 0) {
		nodes.push({ type: "text", value: piece.value.slice(end) });
	}
	return nodes;
}
