import { expect, test } from "vitest";
import { remarks } from "./output-size.ts";

test("nothing is said of a site that any host takes", () => {
	expect(remarks({ files: 1344, bytes: 1e8, leftOut: 0, large: [], most: 20_000 })).toEqual([]);
});

test("what is left out or too much is said, with what to do", () => {
	const told = remarks({
		files: 20_001,
		bytes: 1_200_000_000,
		leftOut: 15_000,
		large: [{ file: "offline/a.zip", bytes: 30 * 1024 * 1024 }],
		most: 20_000,
	});
	expect(told.map(({ level, text }) => `${level}: ${text}`).join("\n")).toMatchInlineSnapshot(`
		"info: the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to 35,001 files, and some hosts take at most 20,000. papers/part/, papers.bib, .ris, .csl.json and cite/ have the same data. Where your host takes more, say so: OFFPRINT_MOST_FILES=100000
		warn: unexpected 20,001 files, expected at most 20,000: some hosts refuse such a site. Publish it where there is no such limit
		warn: unexpected 1.2 GB in all, expected at most 1: some hosts refuse so large a site. Publish it where there is no such limit
		warn: unexpected 30.0 MiB of offline/a.zip, expected at most 25: some hosts refuse so large a file. Publish the site where there is no such limit"
	`);
});
