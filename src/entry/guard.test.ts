import fc from "fast-check";
import { expect, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { readEntry } from "./read.ts";

const read = (body: string) => readEntry("papers/a.mdx", `---\ntitle: T\n---\n${body}\n`);

function refusal(body: string): string {
	const { issues } = read(body);
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message;
}

test("import and export", () => {
	expect(refusal("import x from 'y'\n\nSome text.\n\nexport const z = 1")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:1 unexpected import or export, expected text, math, links, lists, tables or code
		    An entry holds text, never code. If the paragraph is prose, write its first letter as a character reference: &#x69;mport, &#x65;xport.
		papers/a.mdx:8:1 unexpected import or export, expected text, math, links, lists, tables or code
		    An entry holds text, never code. If the paragraph is prose, write its first letter as a character reference: &#x69;mport, &#x65;xport.
		2 problems"
	`);
});

test("expressions", () => {
	expect(refusal("Some {1 + 1} text.\n\n{process.exit()}")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:6 unexpected expression in braces, expected text, math, links, lists, tables or code
		    Write a brace as \\{ where it is text.
		papers/a.mdx:6:1 unexpected expression in braces, expected text, math, links, lists, tables or code
		    Write a brace as \\{ where it is text.
		2 problems"
	`);
});

test("JSX", () => {
	expect(refusal("Some <b>bold</b> text.\n\n<Chart data={x} />")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:6 unexpected HTML or JSX element <b>, expected text, math, links, lists, tables, code or one of Figure, Callout, Video, SideNote
		    Write < as \\< where it is text.
		papers/a.mdx:6:1 unexpected HTML or JSX element <Chart>, expected text, math, links, lists, tables, code or one of Figure, Callout, Video, SideNote
		    Write < as \\< where it is text.
		2 problems"
	`);
});

test("a comment of HTML", () => {
	expect(refusal("Text\n\n<!-- hidden -->")).toMatchInlineSnapshot(`
		"papers/a.mdx:6:1 unexpected markup: Unexpected character \`!\` (U+0021) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\`
		    Write \\< and \\{ where < and { are text, and math between dollar signs.
		1 problem"
	`);
});

test("a brace that is never closed", () => {
	expect(refusal("An open { brace")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:9 unexpected markup: Unexpected end of file in expression, expected a corresponding closing brace for \`{\`
		    Write \\< and \\{ where < and { are text, and math between dollar signs.
		1 problem"
	`);
});

test("a sign of less that begins no element", () => {
	expect(refusal("a <b and c")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:3 unexpected markup: Unexpected character after \`<\`, expected a valid JSX tag (note: to create a link in MDX, use \`[text](url)\`)
		    Write \\< and \\{ where < and { are text, and math between dollar signs.
		1 problem"
	`);
	expect(read("a < b and c \\<d").entry?.paper.abstract).toBe("a < b and c <d");
});

test("addresses that run code, wherever they stand", () => {
	expect(
		refusal(
			"é 😀 [a](javascript:alert(1)) and [b]\n\n[b]: data:text/html,x\n\n| c |\n| - |\n| é [d](vbscript:1) |\n\n- > [e](</\\evil.example>)",
		),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:4:6 unexpected address "javascript:alert(1)", expected http, https, mailto or a page of this site
		    Use a web address that begins with https://, or write the text without a link.
		papers/a.mdx:6:1 unexpected address "data:text/html,x", expected http, https, mailto or a page of this site
		    Use a web address that begins with https://, or write the text without a link.
		papers/a.mdx:10:5 unexpected address "vbscript:1", expected http, https, mailto or a page of this site
		    Use a web address that begins with https://, or write the text without a link.
		papers/a.mdx:12:5 unexpected address "/\\\\evil.example", expected http, https, mailto or a page of this site
		    Use a web address that begins with https://, or write the text without a link.
		4 problems"
	`);
});

test.each([
	["[x](JAVASCRIPT:alert(1))"],
	["[x](javascript&colon;alert(1))"],
	["[x](java&Tab;script:alert(1))"],
	["[x](java&NewLine;script:alert(1))"],
	["[x](&#106;avascript:alert(1))"],
	["[x](&#x6A;avascript:alert(1))"],
	["[x](<java\tscript:alert(1)>)"],
	["[x](\\javascript:alert(1))"],
	["[x](//evil.example)"],
	["[x]\n\n[x]: javascript:alert(1)"],
	["[x][y]\n\n[y]: <javascript:alert(1)> 'title'"],
	["**[*x*](javascript:alert(1))**"],
	["# [x](javascript:alert(1))"],
	["[![x](y.png)](https://a.b)"],
	["![x](javascript:alert(1))"],
	["<javascript:alert(1)>"],
	["<script>alert(1)</script>"],
	["<img src=x onerror=alert(1)>"],
	["</p><script>"],
	["<style>@import 'x'</style>"],
	["<?xml version='1.0'?>"],
	["<![CDATA[x]]>"],
	["{/* comment */}"],
	["{`x`}"],
	["export\tconst x = 1"],
	["import('x')"],
	["Text[^1]\n\n[^1]: a footnote"],
	["$\\href{javascript:alert(1)}{x}$"],
	["$\\includegraphics{https://a.b/c.png}$"],
])("%j is refused, or shown as the text that it is", (body) => {
	const { entry, issues } = read(body);
	if (!entry) return expect(issues.length).toBeGreaterThan(0);
	expect(entry.abstractHtml).not.toMatch(/<(?!\/?p>)/);
});

test.each([
	["[x](https://a.b) [y](/papers/) [z](#notes) [m](mailto:a@b.c)"],
	["*a* **b** ~~c~~ `d`\n\n```js\nimport x\n```\n\n> e\n\n1. f\n\n---\n\n| g |\n| - |\n| h |"],
	["javascript:alert(1) is text, and so is www.example.org"],
	["costs \\$5, 5 % of \\{x}, a&b, R&amp;D"],
	["&#x69;mport is a word, import too"],
	["    {indented} <text>".trimStart().replaceAll(/[{<]/g, "\\$&")],
])("%j is fine", (body) => {
	expect(read(body).issues).toEqual([]);
});

test.each([
	["> ".repeat(20_000)],
	["- ".repeat(20_000)],
	[`${"*a ".repeat(20_000)}${"*".repeat(20_000)}`],
	["[".repeat(20_000)],
	[`$${"{".repeat(20_000)}${"}".repeat(20_000)}$`],
	["{".repeat(20_000)],
	["<a>".repeat(20_000)],
])("an entry that nests without end is refused or read, and does not break the reader", (body) => {
	const { entry, issues } = read(`${body}x`);
	expect(issues.length > 0).toBe(entry === undefined);
});

test("nesting", () => {
	expect(refusal(`${"> ".repeat(60)}x`)).toMatchInlineSnapshot(`
		"papers/a.mdx:4:101 unexpected nesting of more than 50 levels, expected text, math, links, lists, tables or code
		    Write it in one or two levels.
		1 problem"
	`);
});

test("no text of markup characters makes an address that runs code", () => {
	const piece = fc.constantFrom(
		..."[]()<>!*_`|#>-\n\t \\&;:{}$\"'",
		"javascript:alert(1)",
		"java&Tab;script:x",
		"](javascript:x)",
		"[a]: javascript:x",
		"[a]",
		"www.",
		"http://",
		"a@b.c",
		"é😀",
		"- ",
		"| a |\n| - |\n| ",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const { entry } = read(pieces.join(""));
			const html = `${entry?.abstractHtml}${entry?.notesHtml}`;
			expect(html).not.toMatch(/href="(?!https?:|mailto:|#|[^":]*")/i);
			expect(html).not.toMatch(/<(?:script|img|iframe|style|svg)/i);
		}),
		{ numRuns: 2_000 },
	);
});
