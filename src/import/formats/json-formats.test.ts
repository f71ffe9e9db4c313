import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { elementLines } from "../json.ts";
import { runImport } from "../run.ts";
import { refusal, temporaryContent } from "../temporary-content.ts";
import { imported } from "./imported.ts";

test("CSL-JSON", async () => {
	expect(await imported("names-and-math.csl.json")).toMatchInlineSnapshot(`
		"4 records read = 3 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:20:1 rejected “no-title”: no title
		content/sources/a: 1 paper with more authors than the source names
		10.1000-abc-01-2.mdx
		---
		title: A wrapped title with $\\mathcal{O}(1/\\epsilon)$ & H₂O for $5 and $6
		date: 2021-05-03
		authors:
		  - Ludwig van Beethoven
		  - Martin Luther King Jr.
		  - Pál Erdős
		  - ATLAS Collaboration
		venue: Journal of Owls & Wrens
		language: en-US
		links:
		  doi: https://doi.org/10.1000/abc(01)2
		  paper: https://example.org/paper
		source:
		  listing: a
		  keys:
		    - particles
		---

		One \\{0,1} \\<context> with 94.4%.

		Two: $\\alpha$, 20times.

		2301.00001.mdx
		---
		title: From arXiv
		date: 2023-01
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		source:
		  listing: a
		  keys:
		    - zotero
		---

		only-a-year.mdx
		---
		title: Only a year
		date: 1999
		source:
		  listing: a
		  keys:
		    - year
		---
		"
	`);
});

test("Daily Papers JSON", async () => {
	expect(await imported("page-of-the-api.daily-papers.json")).toMatchInlineSnapshot(`
		"2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:23:1 rejected “No title here.”: no title
		2605.01234.mdx
		---
		title: Title over two lines, 20×
		date: 2026-05-08
		authors:
		  - Ada Lovelace
		  - Émile van der Berg
		organization:
		  handle: acm
		  name: ACM of Owls
		commentCount: 3
		upvotes: 42
		links:
		  arxiv: https://arxiv.org/abs/2605.01234
		  code: https://github.com/a/b
		source:
		  listing: a
		  repairs:
		    - from: 20times
		      to: 20×
		    - from: 2.5!times
		      to: 2.5×
		---

		First line second line, up to 2.5×.

		Next \\{paragraph} \\<b>.
		"
	`);
});

test("Crossref JSON", async () => {
	expect(await imported("works.crossref.json")).toMatchInlineSnapshot(`
		"3 records read = 2 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:25:1 rejected “10.1000/no-title”: no title
		10.1000-dateless.mdx
		---
		title: No date
		links:
		  doi: https://doi.org/10.1000/dateless
		source:
		  listing: a
		---

		10.1000-jats.1.mdx
		---
		title: "On E. coli & owls: A survey"
		date: 2020-05-04
		authors:
		  - Simone de Beauvoir
		  - The Owl Consortium
		venue: Nature of Owls
		language: en
		links:
		  doi: https://doi.org/10.1000/jats.1
		  paper: https://example.org/jats
		source:
		  listing: a
		---

		Aim

		To show 10³ owls (p \\< 0.05).
		"
	`);
});

test("OpenReview, version 1", async () => {
	expect(await imported("notes.openreview-v1.json")).toMatchInlineSnapshot(`
		"2 records read = 1 created + 0 unchanged + 0 kept (edited) + 1 rejected
		content/sources/a:4:1 rejected “rev1”: no title
		owls-at-o-n-2.mdx
		---
		title: Owls at $O(n^2)$
		date: 2021-05-03
		authors:
		  - Ada Lovelace
		  - J. van der Berg
		venue: ICLR 2021 Poster
		links:
		  openreview: https://openreview.net/forum?id=aBc1
		  pdf: https://openreview.net/pdf/1a2b.pdf
		  code: https://github.com/a/b
		source:
		  listing: a
		  keys:
		    - aBc1
		---

		First.

		Second.
		"
	`);
});

test("OpenReview, version 2", async () => {
	expect(await imported("notes.openreview-v2.json")).toMatchInlineSnapshot(`
		"1 record read = 1 created + 0 unchanged + 0 kept (edited) + 0 rejected
		wrens-sing.mdx
		---
		title: Wrens sing
		venue: Submitted to ICLR 2024
		links:
		  openreview: https://openreview.net/forum?id=dEf2
		  pdf: https://openreview.net/pdf/3c.pdf
		source:
		  listing: a
		  keys:
		    - dEf2
		---

		Text & more.
		"
	`);
});

test("JSON that is cut is refused with its place", async () => {
	const whole = readFileSync("tests/fixtures/listings/works.crossref.json", "utf8");
	const folder = temporaryContent({ "sources/a.json": whole.slice(0, 900) });
	expect(await refusal(folder, () => runImport(folder))).toMatchInlineSnapshot(`
		"content/sources/a.json:21:47 unexpected JSON that cannot be read (Unterminated string), expected all of the file
		    Download or export it again: it may have been cut, or edited by hand.
		1 problem"
	`);
});

test("the lines of records, also among other arrays and braces in texts", async () => {
	const text = `{"a": [1],\n"message": {"items": [\n{"t": "}],{\\"", "items": [[{}]]},\n\n{}, 3]}}`;
	expect(elementLines(text, ["message", "items"])).toEqual([3, 5, 5]);
	expect(elementLines("[{}, [],\n[{}]]", [])).toEqual([1, 1, 2]);
});
