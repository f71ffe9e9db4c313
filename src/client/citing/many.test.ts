import { expect, test } from "vitest";
import { citedMessage } from "./many.ts";

test("a reader is told how many papers a file cites, and when these are not all", () => {
	expect([0, 1, 1_000, 1_001, 12_345].map(citedMessage).join("\n")).toMatchInlineSnapshot(`
		"There is no paper to cite.
		Downloaded 1 paper
		Downloaded 1,000 papers
		Downloaded the first 1,000 of 1,001 papers. Cite fewer at a time, or take the file of all papers, which “For programs” names.
		Downloaded the first 1,000 of 12,345 papers. Cite fewer at a time, or take the file of all papers, which “For programs” names."
	`);
});
