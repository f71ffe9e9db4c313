import { expect, test } from "vitest";
import { readEntry } from "../entry/read.ts";
import { identityOf } from "../paper/same-paper.ts";
import { packed, unpacked } from "./packed-entry.ts";

test.each([
	["of words alone", "title: Wrens", "On wrens and robins."],
	["with formulas and notes", "title: $x^2$ birds", "Of $x^2$ & *owls*.\n\n## Notes\n\nMore."],
	["of two paragraphs", "title: Wrens & robins", "On wrens.\n\nOn robins."],
	["without an abstract", "title: Wrens", ""],
	[
		"of an author, a day and a DOI",
		"title: W\nauthors: [Ada O'Finch]\ndate: 2024-05-02",
		"A <b> b.",
	],
])("an entry %s is unpacked as it was", (_, front, body) => {
	const text = `---\n${front}\nlinks:\n  doi: https://doi.org/10.1000/a\n---\n\n${body.replace("<b>", "\\<b>")}\n`;
	const { entry, issues } = readEntry("papers/wren.mdx", text);
	if (!entry) throw new Error(JSON.stringify(issues));
	const identity = identityOf(entry.paper);
	const known = { entry, identity: () => identity, facts: "facts" };
	const found = unpacked(structuredClone(packed(known)));
	expect(found.entry).toStrictEqual(entry);
	expect(JSON.stringify(found.entry)).toBe(JSON.stringify(entry));
	expect(found.identity()).toStrictEqual(identity);
	expect(found.facts).toBe("facts");
});

test("what repeats the abstract and the title is not kept", () => {
	const text = "---\ntitle: Wrens\n---\n\nOn wrens and robins.\n";
	const { entry } = readEntry("papers/wren.mdx", text);
	if (!entry) throw new Error("expected an entry");
	const identity = () => identityOf(entry.paper);
	const { entry: kept } = packed({ entry, identity, facts: "facts" });
	expect(Object.keys(kept)).not.toContain("body");
	expect(JSON.stringify(kept).match(/robins/g)).toHaveLength(1);
});
