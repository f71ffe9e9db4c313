import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSource } from "../parse-source.ts";
import { runImport } from "../run.ts";
import { refusal, temporaryContent } from "../temporary-content.ts";
import { imported } from "./imported.ts";

test("BibTeX and BibLaTeX", async () => {
	expect(await imported("names-and-math.bib")).toMatchInlineSnapshot(`
		"7 records read = 5 created + 0 unchanged + 0 kept (edited) + 2 rejected
		content/sources/a:22:1 rejected “untitled”: no title
		content/sources/a:23:1 rejected “cut”: a brace or quotation mark without its end
		content/sources/a: 1 paper with more authors than the source names
		10.1000-abc.mdx
		---
		title: "A title: And more"
		date: 2021-05-03
		authors:
		  - Jane Doe
		language: de
		links:
		  doi: https://doi.org/10.1000/abc
		  paper: https://example.org/a_b
		source:
		  listing: a
		  keys:
		    - biblatex
		---

		2001.01234.mdx
		---
		title: "BERT and Österreich: rates of $\\\\mathcal{O}(1/\\\\epsilon)$ with H₂O & 5% for $n<3$"
		date: 2020-03
		authors:
		  - Jan van der Berg
		  - Ludwig van Beethoven
		  - ATLAS Collaboration
		  - José García
		  - Martin Luther King Jr.
		  - Pál Erdős
		venue: Journal of Owls of Wrens
		links:
		  arxiv: https://arxiv.org/abs/2001.01234
		source:
		  listing: a
		  keys:
		    - accents
		---

		One bold word, “quoted” — and $a<b$; x \\< y and html.

		Two words by \\ours.

		a-good-one-after-it.mdx
		---
		title: A good one after it
		source:
		  listing: a
		  keys:
		    - good
		---

		in-round-brackets.mdx
		---
		title: In round brackets
		date: 2001
		authors:
		  - Yuri Müller
		venue: Proceedings of the Owls
		source:
		  listing: a
		  keys:
		    - parentheses
		---

		proceedings-of-the-owls.mdx
		---
		title: Proceedings of the Owls
		date: 2001
		source:
		  listing: a
		  keys:
		    - proc
		---
		"
	`);
});

test("RIS, both dialects", async () => {
	expect(await imported("two-dialects.ris")).toMatchInlineSnapshot(`
		"4 records read = 2 created + 0 unchanged + 0 kept (edited) + 2 rejected
		content/sources/a:28:1 rejected “Nobody”: no title
		content/sources/a:32:1 rejected “Cut before its end”: a record without its end (ER  - )
		content/sources/a: 1 paper with more authors than the source names
		10.1000-xyz.mdx
		---
		title: A wrapped title - with dashes - and a second line
		date: 2021-05-03
		authors:
		  - Jan van der Berg
		  - Martin Luther King Jr.
		  - ATLAS Collaboration
		venue: Journal of Owls
		language: en
		links:
		  doi: https://doi.org/10.1000/xyz
		  paper: https://example.org/paper
		  pdf: https://example.org/paper.pdf
		source:
		  listing: a
		---

		First & last.

		cs-0112017.mdx
		---
		title: An older dialect
		date: 2001-03
		authors:
		  - Jane Doe
		venue: Proc. of Wrens
		links:
		  arxiv: https://arxiv.org/abs/cs/0112017
		source:
		  listing: a
		---

		One paragraph that is wrapped.
		"
	`);
});

test("CSV with a byte order mark, Windows line ends and fields of several lines", async () => {
	expect(await imported("saved-by-a-spreadsheet.csv")).toMatchInlineSnapshot(`
		"5 records read = 2 created + 0 unchanged + 0 kept (edited) + 3 rejected
		content/sources/a:5:1 rejected “Nobody, 2021”: no title
		content/sources/a:6:1 rejected “Shifted”: 6 fields under a header of 5
		content/sources/a:8:1 rejected “Never closed”: a quotation mark without its end
		content/sources/a: 1 paper with more authors than the source names
		10.1000-owl.mdx
		---
		title: Owls, and wrens
		date: 2020
		authors:
		  - Jan van der Berg
		  - Jane Doe
		links:
		  doi: https://doi.org/10.1000/owl
		source:
		  listing: a
		---

		A "quoted" word, bold.

		names-with-commas.mdx
		---
		title: Names with commas
		date: 2021-05-03
		authors:
		  - Ada Lovelace
		  - Charles Babbage
		  - Grace Hopper
		source:
		  listing: a
		---
		"
	`);
});

test("TSV", async () => {
	expect(await imported("tabs.tsv")).toMatchInlineSnapshot(`
		"1 record read = 1 created + 0 unchanged + 0 kept (edited) + 0 rejected
		tabs.mdx
		---
		title: Tabs
		date: 2021-05-03
		authors:
		  - Grace Hopper
		links:
		  openreview: https://openreview.net/forum?id=abc
		source:
		  listing: a
		---
		"
	`);
});

test("arXiv Atom", async () => {
	expect(await imported("feed.arxiv-atom.xml")).toMatchInlineSnapshot(`
		"3 records read = 2 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:29:1 rejected “unnamed”: an error of arXiv: incorrect id format for foo
		2301.00001.mdx
		---
		title: "Owls & wrens: a title that is wrapped at $k < 3$"
		date: 2023-01-01
		authors:
		  - Ludwig van Beethoven
		  - The Owl Collaboration
		venue: J. Owls 3 (2023) 1-9
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		  doi: https://doi.org/10.1000/owl
		  pdf: https://arxiv.org/pdf/2301.00001v2
		source:
		  listing: a
		---

		We show that x \\< y in a text that is wrapped.

		A second paragraph by Erdős.

		math-0309136.mdx
		---
		title: An old id
		date: 2003-09-08
		authors:
		  - Jane Doe
		links:
		  arxiv: https://arxiv.org/abs/math/0309136
		source:
		  listing: a
		---

		Text.
		"
	`);
});

test("XML that is cut is refused with its place", async () => {
	const whole = readFileSync("tests/fixtures/listings/feed.arxiv-atom.xml", "utf8");
	const folder = temporaryContent({ "sources/a.xml": whole.slice(0, 700) });
	expect(await refusal(folder, () => runImport(folder))).toMatchInlineSnapshot(`
		"content/sources/a.xml:15:122 unexpected arXiv Atom that cannot be read (Closing tag 'arxiv:a' doesn't have proper closing), expected records of papers
		    Download or export it again: it may have been cut, or edited by hand.
		1 problem"
	`);
});

test("a table of a header alone is refused", async () => {
	const folder = temporaryContent({ "sources/a.csv": "title,authors\n" });
	expect(await refusal(folder, () => runImport(folder))).toMatchInlineSnapshot(`
		"content/sources/a.csv:1:1 unexpected CSV or TSV with a header that cannot be read (no record in it), expected records of papers
		    Download or export it again: it may have been cut, or edited by hand.
		1 problem"
	`);
});

test.each([
	["@article{k, title={A}} @article{l, title={B}}", ["1 A", "1 B"]],
	["@article{k, title={A}},@article{l, title={B}}", ["1 A", "1 B"]],
	["@article{k, title={A}}\n@article{ title={B}}", ["1 A", "2 B"]],
	["@misc{untitled}\n@article{k, title={A}}", ["2 A", "1 untitled"]],
])("no entry of BibTeX is lost, wherever it begins: %s", (text, expected) => {
	const { papers, rejections } = parseSource(
		{ listing: "a", file: "a", bytes: Buffer.from(text) },
		{},
	);
	const found = papers.map(({ title }) => `${title.line} ${title.text}`);
	expect([...found, ...rejections.map(({ line, title }) => `${line} ${title}`)]).toEqual(expected);
});
