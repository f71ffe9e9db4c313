import { expect, test } from "vitest";
import { parseSource } from "../parse-source.ts";
import { imported } from "./imported.ts";

const parsed = (text: string) =>
	parseSource({ listing: "a", file: "a", bytes: Buffer.from(text) }, {});

test("arXiv RSS: only a new paper is dated by its announcement", async () => {
	expect(await imported("announced.arxiv-rss.xml")).toMatchInlineSnapshot(`
		"2 records read = 2 created + 0 unchanged + 0 kept (edited) + 0 rejected
		2305.00002.mdx
		---
		title: An older paper, replaced
		date: 2023-05
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
		2301.00001.mdx
		---
		title: RSS of old
		date: 2023-01
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
		date: 2018
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
		date: 2023-11
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
	expect(papers.map(({ title, date }) => [title.text, date])).toEqual([["Owls", "2021-05"]]);
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
