import fc from "fast-check";
import type { PhrasingContent, Root } from "mdast";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import { expect, test } from "vitest";
import { toStorableText } from "../paper/text.ts";
import { readEntry } from "./read.ts";
import { abstractOf, writeEntry } from "./write.ts";

const fragments = [
	..."{}<>`$\\*_#|~=!\"'@%^&:-+\n \tai",
	...[
		"import ",
		"import{",
		"export ",
		"export\t",
		"import\n",
		"``",
		"```",
		"~~~",
		"---",
		"***",
		"+++",
	],
	...[
		"\n\n",
		"\n\n\n",
		"  ",
		"\r",
		"\r\n",
		"# ",
		"- ",
		"1. ",
		"1) ",
		"> ",
		"| a |\n| - |\n| b |",
		"[a]",
		"(b)",
	],
	...[
		"![",
		"&amp;",
		"&#123;",
		"<b>",
		"</b>",
		"<!--",
		"-->",
		"<script>alert(1)</script>",
		"//",
		"{1+1}",
	],
	...[
		"http://a.b",
		"https://github.com/a/b",
		"https://a.b/c.",
		"www.a.com",
		"a@b.co",
		"mailto:a@b.co",
	],
	...[
		"[^1]",
		"[^1]: x",
		"[a]: b",
		"::",
		":::note",
		"===",
		"العربية",
		"עברית",
		"\u200F",
		"😀",
		"👩‍🔬",
	],
	...[
		"\uD800",
		"\uDFFF",
		"\u00A0",
		"\u2028",
		"\u0085",
		"\f",
		"\v",
		"\uFEFF",
		"\0",
		"\u0001",
		"e.g.",
		"x^2",
	],
];
const anyText = fc.oneof(
	fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((parts) => parts.join("")),
	fc.string({ unit: "binary" }),
	fc.string({ unit: "grapheme" }),
);
const anyTitle = anyText.filter((text) => text.trim() !== "");

/** A second, independent reader: the reference implementation of MDX. */
const reference = remark().use(remarkFrontmatter).use(remarkMath).use(remarkGfm).use(remarkMdx);

function referenceText(source: string): string {
	const tree: Root = reference.parse(source);
	return tree.children
		.filter((node) => node.type !== "yaml")
		.map((node) => {
			if (node.type !== "paragraph") throw new Error(`a ${node.type} came out of plain text`);
			return node.children.map(inlineText).join("");
		})
		.join("\n\n");
}

function inlineText(node: PhrasingContent): string {
	if (node.type === "text") return node.value;
	if (node.type === "link") return node.children.map(inlineText).join("");
	throw new Error(`a ${node.type} came out of plain text`);
}

test("any text at all, written and read back, is the same text for both parsers", () => {
	fc.assert(
		fc.property(anyTitle, anyText, (title, abstract) => {
			const written = writeEntry(
				{ title: toStorableText(title), topics: [], links: {} },
				abstractOf(abstract),
			);
			const read = readEntry("paper.mdx", written);
			expect(read.issues).toEqual([]);
			expect(read.entry?.paper.abstract).toBe(toStorableText(abstract));
			expect(read.entry?.paper.title).toBe(toStorableText(title));
			expect(referenceText(written)).toBe(toStorableText(abstract));
			expect(Buffer.from(written).toString()).toBe(written);
		}),
		{ numRuns: 2_000 },
	);
});

test.each([
	["import x from 'y'\n\nexport const z = 1"],
	["{process.exit(1)}"],
	["<script>alert(1)</script>"],
	["---\ntitle: other\n---"],
	["Code: https://github.com/a/b-c.d, and more at https://a.b/c_d?e=f#g."],
	["costs $5 and $6"],
	["-\n- x\n+\n+ x\n*\n* x\n1.\n1. x\n2)\n2) x"],
])("%j is prose", (text) => {
	const written = writeEntry({ title: "T", topics: [], links: {} }, abstractOf(text));
	expect(readEntry("paper.mdx", written).entry?.paper.abstract).toBe(text);
});

test("a title of several lines, some of them empty, is kept", () => {
	const title = "{https://github.com/a/b\n \n\n[a]: b-->{";
	const written = writeEntry({ title, topics: [], links: {} }, []);
	expect(readEntry("paper.mdx", written).entry?.paper.title).toBe(title);
});

test("a plain address stays readable in the file", () => {
	const written = writeEntry(
		{ title: "T", topics: [], links: {} },
		abstractOf("Code is available at https://github.com/a/b."),
	);
	expect(written).toContain("available at https://github.com/a/b.\n");
});
