import { expect, test } from "vitest";
import { IssuesError } from "../paper/issues.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import { readEntry } from "./read.ts";

const schema = frontMatterSchemaFor(["tokenization", "reasoning"]);

const entry = (frontMatter: string, body = "An abstract.") =>
	`---\n${frontMatter}\n---\n\n${body}\n`;
const read = (text: string, file = "content/papers/a-paper.mdx") =>
	readEntry(file, text, { schema, base: "/site/" });

/** What a contributor sees. */
function refusal(text: string, file?: string): string {
	const { issues } = read(text, file);
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message;
}

test("an entry becomes a paper with its id, its abstract and the HTML of both", () => {
	const { entry: made } = read(
		entry("title: A *title*\ntopics: [reasoning]", "One $x^2$.\n\nTwo.\n\n## Notes\n\nThree."),
	);
	expect(made?.paper).toEqual({
		id: "a-paper",
		title: "A *title*",
		topics: ["reasoning"],
		links: {},
		abstract: "One x^2.\n\nTwo.",
	});
	expect(made?.file).toBe("content/papers/a-paper.mdx");
	expect(made?.titleHtml).toBe("A *title*");
	expect(made?.abstractHtml).toMatch(/^<p>One <math>.*<\/math>\.<\/p>\n<p>Two\.<\/p>$/);
	expect(made?.notesHtml).toBe("<h2>Notes</h2>\n<p>Three.</p>");
});

test("Windows line ends and a byte order mark are read like any others", () => {
	const text = entry("title: T", "One\ntwo.\n\nThree.");
	expect(read(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(read(text));
	expect(read(text).entry?.paper.abstract).toBe("One\ntwo.\n\nThree.");
});

test("places in a file with Windows line ends are those that an editor shows", () => {
	const text = entry("title: T\ndate: May", "One {two}.");
	expect(read(`\uFEFF${text.replaceAll("\n", "\r\n")}`).issues).toEqual(read(text).issues);
});

test("a link may point to a definition in the other part, even within a quotation", () => {
	const { entry: made } = read(
		entry(
			"title: T",
			"See [a], [b].\n\n[a]: /papers/x/\n\n## Notes\n\nSee [a].\n\n> [b]: https://b.org",
		),
	);
	expect(made?.abstractHtml).toBe(
		'<p>See <a href="/site/papers/x/">a</a>, <a href="https://b.org">b</a>.</p>',
	);
	expect(made?.notesHtml).toContain('<p>See <a href="/site/papers/x/">a</a>.</p>');
	expect(made?.paper.abstract).toBe("See a, b.");
});

test("an entry may have no abstract, and no notes", () => {
	expect(read(entry("title: T", "")).entry).toMatchObject({ abstractHtml: "", notesHtml: "" });
	expect(read("---\ntitle: T\n---").entry?.paper.abstract).toBe("");
	expect(read(entry("title: T", "# Notes")).entry?.notesHtml).toBe("<h2>Notes</h2>");
});

test("a missing title", () => {
	expect(refusal(entry("date: 2026-05-11"))).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:2:1 unexpected end, expected a key "title"
		    Add a line \`title: …\`.
		1 problem"
	`);
});

test("an empty title", () => {
	expect(refusal(entry('title: ""'))).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:2:8 unexpected "" as title, expected some text
		    Correct title, or remove it if it is not known.
		1 problem"
	`);
});

test("a date that is none", () => {
	expect(refusal(entry("title: T\ndate: May"))).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:3:7 unexpected "May" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Correct date, or remove it if it is not known.
		1 problem"
	`);
});

test("an unknown topic", () => {
	expect(refusal(entry("title: T\ntopics: [tokenisation, fish]"))).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:3:10 unexpected "tokenisation" as topics.0, expected a topic of topics.yaml: tokenization, reasoning
		    Did you mean "tokenization"?
		content/papers/a-paper.mdx:3:24 unexpected "fish" as topics.1, expected a topic of topics.yaml: tokenization, reasoning
		    Correct topics.1, or remove it if it is not known.
		2 problems"
	`);
});

test("an unknown key", () => {
	expect(
		refusal(entry("title: T\nauthor: Ada\nlinks:\n  arXiv: https://arxiv.org/abs/1")),
	).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:3:1 unexpected key "author", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Did you mean "authors"?
		content/papers/a-paper.mdx:5:3 unexpected key "arXiv", expected one of arxiv, doi, openreview, paper, pdf, code, project, data
		    Did you mean "arxiv"?
		2 problems"
	`);
});

test("no front matter", () => {
	const expected = refusal("# A title\n\nAn abstract.\n");
	expect(expected).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:1:1 unexpected start of an entry, expected front matter
		    Begin the file with a line ---, then \`title: …\`, then a line ---.
		1 problem"
	`);
	for (const text of ["", "\n---\ntitle: T\n---\n"]) expect(refusal(text)).toBe(expected);
	expect(refusal("---\ntitle: T\n\nNever closed.")).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:1:1 unexpected end of the file in the front matter, expected a line --- that closes it
		    Put a line --- below the last key, above the abstract.
		1 problem"
	`);
});

test("a file name that cannot be an address", () => {
	expect(refusal(entry("title: T"), "content/papers/My Paper.mdx")).toMatchInlineSnapshot(`
		"content/papers/My Paper.mdx:1:1 unexpected file name "My Paper", expected lower-case letters and digits joined by - . or _ (80 characters at most)
		    Rename the file: its name is the paper's id and stands in its address.
		1 problem"
	`);
	expect(refusal(entry("title: T"), "content/papers/con.mdx")).toContain('file name "con"');
});

test("a whole paper instead of an abstract", () => {
	expect(refusal(entry("title: T", "word ".repeat(50_000)))).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:1:1 unexpected 250019 characters, expected at most 50000
		    An entry holds an abstract and notes, not the whole paper: link to it.
		1 problem"
	`);
});

test("a formula that cannot be drawn", () => {
	expect(
		refusal(entry("title: T", "So $\\frac{1$.\n\n- é $\\nosuch$\n\n$$\n\\begin{x}\n$$")),
	).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:5:4 unexpected math "\\\\frac{1": Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{1
		    Correct the TeX; write \\$ where a dollar sign is text.
		content/papers/a-paper.mdx:7:5 unexpected math "\\\\nosuch": Unsupported function name: \\nosuch at position 1: \\nosuch
		    Correct the TeX; write \\$ where a dollar sign is text.
		content/papers/a-paper.mdx:9:1 unexpected math "\\\\begin{x}": No such environment: x at position 7: \\begin{x}
		    Correct the TeX; write \\$ where a dollar sign is text.
		3 problems"
	`);
});

test("every problem of an entry at once", () => {
	expect(
		refusal(entry("titel: T\ndate: May", "Of {x}.\n\n[a](javascript:x) and $\\nosuch$")),
	).toMatchInlineSnapshot(`
		"content/papers/a-paper.mdx:2:1 unexpected end, expected a key "title"
		    Add a line \`title: …\`.
		content/papers/a-paper.mdx:2:1 unexpected key "titel", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Did you mean "title"?
		content/papers/a-paper.mdx:3:7 unexpected "May" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Correct date, or remove it if it is not known.
		content/papers/a-paper.mdx:6:4 unexpected expression in braces, expected text, math, links, lists, tables or code
		    Write a brace as \\{ where it is text.
		content/papers/a-paper.mdx:8:1 unexpected address "javascript:x", expected http, https, mailto or a page of this site
		    Use a web address that begins with https://, or write the text without a link.
		content/papers/a-paper.mdx:8:23 unexpected math "\\\\nosuch": Unsupported function name: \\nosuch at position 1: \\nosuch
		    Correct the TeX; write \\$ where a dollar sign is text.
		6 problems"
	`);
});

test("spaces and tabs after the line that closes the front matter hide nothing of the text", () => {
	for (const end of ["", " ", "\t", " \t "]) {
		const { entry: made } = read(`---\ntitle: T\n---${end}\n\nAn abstract.\n`);
		expect(made?.paper.abstract).toBe("An abstract.");
	}
});

test("a paper of 5,200 authors is read; as many lines of something else are not", () => {
	const authors = (name: string) =>
		`title: T\nauthors:\n${`  - ${name}\n`.repeat(5_200)}`.trimEnd();
	expect(read(entry(authors("Jane Q. van der Berg"))).entry?.paper.authors).toHaveLength(5_200);
	expect(refusal(entry(authors("Jane: {Q: Berg}")))).toContain("expected at most 50000");
});
