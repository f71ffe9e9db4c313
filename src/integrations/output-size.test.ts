import { expect, test } from "vitest";
import { remarks } from "./output-size.ts";

test("a site that any host takes is only counted", () => {
	expect(remarks({ files: 1344, leftOut: 0, large: [], most: 20_000 })).toEqual([
		{ level: "info", text: "1,344 files" },
	]);
});

test("what is left out or too much is said, with what to do", () => {
	const told = remarks({
		files: 20_001,
		leftOut: 15_000,
		large: [{ file: "offline/a.zip", bytes: 30 * 1024 * 1024 }],
		most: 20_000,
	});
	expect(told.map(({ level, text }) => `${level}: ${text}`).join("\n")).toMatchInlineSnapshot(`
		"info: 20,001 files
		info: the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to 35,001 files, and some hosts take at most 20,000. papers/part/, papers.bib, .ris, .csl.json and cite/ have the same data. Where your host takes more, say so: OFFPRINT_MOST_FILES=100000
		warn: unexpected 20,001 files, expected at most 20,000: some hosts refuse such a site. Publish it where there is no such limit
		warn: unexpected 30.0 MiB of offline/a.zip, expected at most 25: some hosts refuse so large a file. Publish the site where there is no such limit"
	`);
});
