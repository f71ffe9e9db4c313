import { expect, test } from "vitest";
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
