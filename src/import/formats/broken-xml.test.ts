import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detectFormat } from "../detect.ts";
import { parseSource } from "../parse-source.ts";

const parsed = (text: string) =>
	parseSource({ listing: "a", file: "a", bytes: Buffer.from(text) }, {});

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
