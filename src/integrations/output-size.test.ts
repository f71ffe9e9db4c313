import { expect, test } from "vitest";
import { remarks } from "./output-size.ts";

test("a site that any host takes is only counted", () => {
	expect(remarks(1344, 0, 90_000)).toEqual([{ level: "info", text: "1,344 files" }]);
});

test("what is left out or too much is said, with what to do", () => {
	const told = remarks(20_001, 15_000, 30 * 1024 * 1024);
	expect(told.map(({ level, text }) => `${level}: ${text}`).join("\n")).toMatchInlineSnapshot(`
		"info: 20,001 files
		info: the files of each paper (papers/<id>.json, .md, .bib …) are left out: with them there would be up to 35,001 files, and some hosts take at most 20,000. papers.json, papers.bib, .ris, .csl.json and cite/ have the same data
		warn: unexpected 20,001 files, expected at most 20,000: some hosts refuse such a site. Publish it where there is no such limit
		warn: unexpected 30.0 MiB of papers.json, expected at most 25: some hosts refuse so large a file. There, delete it after the build: papers/part/ has the same papers, 500 a file"
	`);
});
