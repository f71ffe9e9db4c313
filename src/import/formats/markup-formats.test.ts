import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detectFormat } from "../detect.ts";
import { parseSource } from "../parse-source.ts";
import { imported } from "./imported.ts";

const parsed = (text: string) =>
	parseSource({ listing: "a", file: "a", bytes: Buffer.from(text) }, {});

test("a Daily Papers page that a browser has saved", async () => {
	expect(await imported("saved-page.daily-papers.html")).toMatchInlineSnapshot(`
		"2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:7:1 rejected “No title.”: no title
		2606.01234.mdx
		---
		title: Owls & wrens, 20×
		date: 2026-06-30
		authors:
		  - Ada Lovelace
		commentCount: 2
		upvotes: 7
		links:
		  arxiv: https://arxiv.org/abs/2606.01234
		  code: https://github.com/a/b
		source:
		  listing: a
		  listed: 2026-07-01
		  repairs:
		    - from: 20times
		      to: 20×
		---

		First line second line.
		"
	`);
});

test("a saved page without papers is refused, also if it shows BibTeX", () => {
	const { issues } = parsed(
		"<!DOCTYPE html>\n<html><body data-props='{}'><pre>\n@misc{a, title = {A}}\n</pre></body></html>",
	);
	expect(issues).toMatchInlineSnapshot(`
		[
		  {
		    "column": 1,
		    "file": "a",
		    "fix": "Open the page in a browser, select all, copy, and save the text as UTF-8.",
		    "line": 1,
		    "message": "unexpected markup of a web page, expected its text",
		  },
		]
	`);
});

test("arXiv RSS: only a new paper is dated by its announcement", async () => {
	expect(await imported("announced.arxiv-rss.xml")).toMatchInlineSnapshot(`
		"2 records read = 2 created + 0 unchanged + 0 kept (edited) + 0 rejected
		content/sources/a: 1 paper with a year or a month but no day of publication: an entry holds whole days, so the date is left out
		2305.00002.mdx
		---
		title: An older paper, replaced
		authors:
		  - Jane Doe
		links:
		  arxiv: https://arxiv.org/abs/2305.00002
		source:
		  listing: a
		---

		Text.

		2401.00001.mdx
		---
		title: Owls & wrens at $k < 3$
		date: 2024-01-02
		authors:
		  - Gaël Varoquaux
		  - Jane Doe
		links:
		  arxiv: https://arxiv.org/abs/2401.00001
		source:
		  listing: a
		---

		We show that x \\< y.
		"
	`);
});

test("arXiv's announcements as Atom", async () => {
	expect(await imported("announced.arxiv-atom.xml")).toMatchInlineSnapshot(`
		"1 record read = 1 created + 0 unchanged + 0 kept (edited) + 0 rejected
		math-0401001.mdx
		---
		title: An old id
		date: 2024-01-02
		authors:
		  - Jane Doe
		  - John Roe
		links:
		  arxiv: https://arxiv.org/abs/math/0401001
		source:
		  listing: a
		---

		Text.
		"
	`);
});

test("arXiv RSS as it was until 2024", async () => {
	expect(await imported("before-2024.arxiv-rss.xml")).toMatchInlineSnapshot(`
		"1 record read = 1 created + 0 unchanged + 0 kept (edited) + 0 rejected
		content/sources/a: 1 paper with a year or a month but no day of publication: an entry holds whole days, so the date is left out
		2301.00001.mdx
		---
		title: RSS of old
		authors:
		  - Jane Doe
		  - John Roe
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		source:
		  listing: a
		---

		An abstract.
		"
	`);
});

test("EndNote XML: styles, editors, files of one’s own", async () => {
	expect(await imported("styles.endnote.xml")).toMatchInlineSnapshot(`
		"2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:2:1 rejected “2”: no title
		10.1002-jcc.1.mdx
		---
		title: Growth of E. coli in H₂O
		date: 1987-09-15
		authors:
		  - Jan van der Berg
		  - Owl Consortium
		venue: Journal of Owls
		language: en
		links:
		  doi: https://doi.org/10.1002/jcc.1
		  paper: https://example.org/paper
		source:
		  listing: a
		  keys:
		    - "1"
		---

		First.

		Second.
		"
	`);
});

test("EndNote’s tags, wrapped lines", async () => {
	expect(await imported("by-scholar.enw")).toMatchInlineSnapshot(`
		"3 records read = 2 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:25:1 rejected “Nobody”: no title
		content/sources/a: 1 paper with a year or a month but no day of publication: an entry holds whole days, so the date is left out
		content/sources/a: 1 paper with more authors than the source names
		10.1000-enw.mdx
		---
		title: Attention to owls over two lines
		date: 2017-05-03
		authors:
		  - Jan van der Berg
		  - Owl Consortium
		venue: Journal of Owls
		language: en
		links:
		  doi: https://doi.org/10.1000/enw
		  paper: https://example.org/owls
		source:
		  listing: a
		---

		First paragraph.

		Second.

		cs-0112017.mdx
		---
		title: Wrens
		authors:
		  - Jane Doe
		venue: Proceedings of Wrens
		links:
		  arxiv: https://arxiv.org/abs/cs/0112017
		source:
		  listing: a
		---
		"
	`);
});

test("Zotero RDF: the DOI stands with the journal, attachments are no papers", async () => {
	expect(await imported("library.zotero.rdf")).toMatchInlineSnapshot(`
		"3 records read = 2 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:39:1 rejected “#item_9”: no title
		content/sources/a: 1 paper with a year or a month but no day of publication: an entry holds whole days, so the date is left out
		10.1038-owls.mdx
		---
		title: Owls
		date: 2015-05-28
		authors:
		  - Jan van der Berg
		  - Owl Consortium
		venue: Journal of Owls
		language: en
		links:
		  doi: https://doi.org/10.1038/owls
		  paper: https://example.org/owls
		source:
		  listing: a
		  keys:
		    - https://example.org/owls
		---

		An abstract.

		2311.14570.mdx
		---
		title: A preprint
		authors:
		  - Jane Doe
		links:
		  arxiv: https://arxiv.org/abs/2311.14570
		source:
		  listing: a
		  keys:
		    - http://arxiv.org/abs/2311.14570
		---
		"
	`);
});

test("Zotero JSON: attachments and notes are told to be none", () => {
	const items = ["attachment", "note"].map((itemType) => ({ itemType, title: "Full text" }));
	const paper = { itemType: "journalArticle", title: "Owls", creators: [], date: "05/2021" };
	const { papers, rejections } = parsed(JSON.stringify({ items: [...items, paper] }, null, 1));
	expect(papers.map(({ title, partialDate }) => [title.text, partialDate])).toEqual([
		["Owls", "2021-05"],
	]);
	expect(rejections).toMatchInlineSnapshot(`
		[
		  {
		    "line": 3,
		    "reason": "no paper, but an attachment",
		    "title": "Full text",
		  },
		  {
		    "line": 7,
		    "reason": "no paper, but a note",
		    "title": "Full text",
		  },
		]
	`);
});

test("XML that has been cut is refused with the place", () => {
	const text = readFileSync("tests/fixtures/listings/announced.arxiv-rss.xml", "utf8");
	expect(parsed(text.slice(0, 900)).issues).toMatchInlineSnapshot(`
		[
		  {
		    "column": 1,
		    "file": "a",
		    "fix": "Download or export it again: it may have been cut, or edited by hand.",
		    "line": 1,
		    "message": "unexpected arXiv RSS that cannot be read (Invalid '[    "rss",    "channel",    "item",    "dc:creator"]' found), expected records of papers",
		  },
		]
	`);
});

test("ten thousand comments before no element at all are judged in no time", () => {
	const started = performance.now();
	expect("issue" in detectFormat("a", `${"<!-- -->".repeat(10_000)}x`)).toBe(true);
	expect(performance.now() - started).toBeLessThan(2_000);
});

test("arXiv ids and DOIs, one a line, are wanted, and a line that is neither is told", () => {
	const text = readFileSync("tests/fixtures/listings/mixed.identifiers.txt", "utf8");
	expect(parsed(text).wanted?.map(({ kind, id, line }) => `${line} ${kind} ${id}`)).toEqual([
		"3 arxiv 2301.00001",
		"4 arxiv 2301.00002",
		"5 arxiv math/0309136",
		"6 doi 10.1000/xyz",
		"7 doi 10.1000/abc",
		"8 doi 10.1000/def",
		"9 arxiv 2301.00003",
		"10 arxiv 2301.00004",
		"11 arxiv 2301.00005",
	]);
	expect(parsed(text).rejections).toEqual([
		{ line: 12, title: "ask Jane about the owls", reason: "neither an arXiv id nor a DOI" },
	]);
});

test("a text in which most lines name no paper is no list of identifiers", () => {
	expect("issue" in detectFormat("a", "10.1000/xyz\nDear all,\nplease read.\n")).toBe(true);
});
