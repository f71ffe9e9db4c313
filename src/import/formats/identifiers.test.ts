import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detectFormat } from "../detect.ts";
import { parseSource } from "../parse-source.ts";

const parsed = (text: string) =>
	parseSource({ listing: "a", file: "a", bytes: Buffer.from(text) }, {});

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
