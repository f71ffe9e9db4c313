import { expect, test } from "vitest";
import { citationKeys } from "../paper/citation-key.ts";
import { citedAs } from "./cited.ts";

const paper = {
	id: "swifts",
	title: "Swifts fly $x$ miles",
	abstract: "They do.",
	authors: ["Ada Finch"],
	date: "2024-05-06",
	topics: ["flight"],
	links: {},
};

test("a paper's title in plain text, and how its citation key begins", () => {
	expect(citedAs(paper)).toMatchObject({ base: "finch-2024-swifts", title: "Swifts fly x miles" });
	expect(citationKeys([paper], [citedAs(paper).base])).toEqual(citationKeys([paper]));
});

test("the check sum is another whatever changes but the abstract", () => {
	const { sum } = citedAs(paper);
	expect(citedAs({ ...paper, abstract: "They do not." }).sum).toBe(sum);
	const changed = [{ title: "Swifts" }, { date: "2024" }, { venue: "J. Swifts" }, { id: "swift" }];
	for (const change of changed) expect(citedAs({ ...paper, ...change }).sum).not.toBe(sum);
});
