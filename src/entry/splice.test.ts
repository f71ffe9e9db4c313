import { expect, test } from "vitest";
import { fieldsIn } from "./fields.ts";
import { type ValuePath, withAbstract, withValue } from "./splice.ts";
import { lineOf } from "./yaml-places.ts";

const ENTRY = `---
# An owl.
title: "Owls" # loud
authors: # all
  - Ada  # first
  # then
  - Kurt

  # end of authors
links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: https://a.b/c} # two
venue: >-
  Birds
  of Prey
source:
  listing: a.txt
  digests: {title: "0123456789"}
---

Owls *fly*.
They hunt.

## Notes

Mine.
`;

/** The lines that differ: what is gone, then what has come. */
function changed(before: string, after: string): string {
	const [a, b] = [before.split("\n"), after.split("\n")];
	let start = 0;
	while (a[start] === b[start] && start < a.length) start++;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const lines = (text: string[], mark: string) =>
		text.slice(start, text.length - end).map((line) => `${mark}${line}`);
	return [...lines(a, "-"), ...lines(b, "+")].join("\n");
}

test.each<[string, ValuePath, unknown, string]>([
	[
		"a text in quotes",
		["title"],
		"Owls: a $1$",
		'-title: "Owls" # loud\n+title: "Owls: a $1$" # loud',
	],
	["a folded text", ["venue"], "Birds", "-venue: >-\n-  Birds\n-  of Prey\n+venue: Birds"],
	[
		"a list with comments",
		["authors"],
		["Ada", "Alan"],
		"-authors: # all\n-  - Ada  # first\n-  # then\n-  - Kurt\n+# first\n+# then\n+authors: # all\n+  - Ada\n+  - Alan",
	],
	[
		"a link on a line of several",
		["links", "code"],
		"https://a.b/c,d",
		"-links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: https://a.b/c} # two\n+links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: \"https://a.b/c,d\"} # two",
	],
	[
		"a new link on a line of several",
		["links", "doi"],
		"https://doi.org/10.1000/a",
		"-links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: https://a.b/c} # two\n+links: {arxiv: 'https://arxiv.org/abs/2301.00001', doi: https://doi.org/10.1000/a,   code: https://a.b/c} # two",
	],
	[
		"the first link of several, gone",
		["links", "arxiv"],
		undefined,
		"-links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: https://a.b/c} # two\n+links: {code: https://a.b/c} # two",
	],
	[
		"the last link of several, gone",
		["links", "code"],
		undefined,
		"-links: {arxiv: 'https://arxiv.org/abs/2301.00001',   code: https://a.b/c} # two\n+links: {arxiv: 'https://arxiv.org/abs/2301.00001'} # two",
	],
	[
		"a list, gone: its comments stay",
		["authors"],
		undefined,
		"-authors: # all\n-  - Ada  # first\n-  # then\n-  - Kurt\n+# all\n+# first\n+# then",
	],
	["a new key after the one that comes before it", ["date"], "2026-05-11", "+date: 2026-05-11"],
	["a new key after one of several lines", ["language"], "en", "+language: en"],
	["a new list", ["topics"], ["owls", "a-b"], "+topics:\n+  - owls\n+  - a-b"],
	[
		"digests, always on one line",
		["source", "digests"],
		{ title: "3f2a91c0de", "links.doi": "1234567890" },
		'-  digests: {title: "0123456789"}\n+  digests: {title: 3f2a91c0de, links.doi: "1234567890"}',
	],
	["a key of the source", ["source", "listed"], "2026-07-01", "+  listed: 2026-07-01"],
	[
		"another source",
		["otherSources", 0],
		{ listing: "b.bib", digests: { date: "3f2a91c0de" } },
		"+otherSources:\n+  - listing: b.bib\n+    digests: {date: 3f2a91c0de}",
	],
])("%s: all else stays byte for byte", (_, path, value, difference) => {
	const after = withValue(ENTRY, path, value);
	expect(changed(ENTRY, after)).toBe(difference);
	const windows = `\uFEFF${ENTRY.replaceAll("\n", "\r\n")}`;
	expect(withValue(windows, path, value)).toBe(`\uFEFF${after.replaceAll("\n", "\r\n")}`);
});

test("a link where there is none yet, and the last one gone", () => {
	const bare = "---\ntitle: A\nsource:\n  listing: a\n---\n";
	const linked = withValue(bare, ["links", "doi"], "https://doi.org/10.1000/a");
	expect(linked).toBe(bare.replace("source", "links:\n  doi: https://doi.org/10.1000/a\nsource"));
	expect(withValue(linked, ["links", "doi"], undefined)).toBe(bare);
	const more = withValue(linked, ["links", "arxiv"], "https://arxiv.org/abs/2301.00001");
	expect(more).toContain("links:\n  arxiv: https://arxiv.org/abs/2301.00001\n  doi: https");
	expect(withValue(more, ["links", "arxiv"], undefined)).toBe(linked);
	const empty = bare.replace("source", "links: {}\nsource");
	expect(withValue(empty, ["links", "code"], "https://a.b")).toContain(
		"links: {code: https://a.b}\n",
	);
});

test("a further source goes below the others, however they are indented", () => {
	for (const indent of ["", "    "]) {
		const entry = `---\ntitle: A\notherSources:\n${indent}- listing: b # mine\n${indent}  listed: 2026-07-01\n# end\n---\n`;
		const after = withValue(entry, ["otherSources", 1], { listing: "c", listed: "2026-07-02" });
		const added = `\n${indent}- listing: c\n${indent}  listed: 2026-07-02\n# end`;
		expect(after).toBe(entry.replace("\n# end", added));
		const dated = withValue(after, ["otherSources", 1, "listed"], "2026-07-03");
		expect(dated).toBe(after.replace("2026-07-02", "2026-07-03"));
	}
});

test("the abstract is replaced, taken out and put in above the notes", () => {
	expect(changed(ENTRY, withAbstract(ENTRY, "New."))).toBe("-Owls *fly*.\n-They hunt.\n+New.");
	const without = withAbstract(ENTRY, undefined);
	expect(changed(ENTRY, without)).toBe("-Owls *fly*.\n-They hunt.\n-");
	expect(withAbstract(without, "Owls *fly*.\nThey hunt.")).toBe(ENTRY);
	for (const [body, after] of [
		["", "\nNew.\n"],
		["\n", "\nNew.\n\n"],
		["## Notes\n", "\nNew.\n\n## Notes\n"],
		["Notes\n=====\n", "\nNew.\n\nNotes\n=====\n"],
	]) {
		expect(withAbstract(`---\ntitle: A\n---\n${body}`, "New.")).toBe(
			`---\ntitle: A\n---\n${after}`,
		);
	}
	expect(withAbstract("---\ntitle: A\n---", "New.")).toBe("---\ntitle: A\n---\n\nNew.\n");
});

test("notes are no part of the abstract, whatever stands after the line that closes the front matter", () => {
	for (const end of ["", " ", "\t", " \t "]) {
		const entry = `---\ntitle: A\n---${end}\n\nOld.\n\n## Notes\n\nMine.\n`;
		expect(fieldsIn(entry)?.get("abstract")).toBe("Old.");
		expect(withAbstract(entry, "New.")).toBe(entry.replace("Old.", "New."));
	}
});

test("new lines end as the first line of the file does", () => {
	const mixed = "---\r\ntitle: A\nvenue: B\r\n---\r\n";
	expect(withValue(mixed, ["date"], "2026-05-11")).toBe(
		"---\r\ntitle: A\r\ndate: 2026-05-11\nvenue: B\r\n---\r\n",
	);
});

test("the fields of an entry, and the lines where they stand", () => {
	const fields = fieldsIn(ENTRY) ?? new Map();
	expect(Object.fromEntries(fields)).toEqual({
		title: "Owls",
		authors: ["Ada", "Kurt"],
		"links.arxiv": "https://arxiv.org/abs/2301.00001",
		"links.code": "https://a.b/c",
		venue: "Birds of Prey",
		abstract: "Owls *fly*.\nThey hunt.",
	});
	const places = [...fields.keys(), "date"].map((field) => [
		field,
		lineOf(ENTRY, field.split(".")),
	]);
	expect(Object.fromEntries(places)).toEqual({
		title: 3,
		authors: 4,
		"links.arxiv": 10,
		"links.code": 10,
		venue: 11,
		abstract: 19,
		date: 1,
	});
	expect(fieldsIn("---\ntitle: [\n---\n")).toBeUndefined();
	expect(fieldsIn("---\n- a\n---\n")).toBeUndefined();
	expect(fieldsIn("gone")).toBeUndefined();
	const hostile = fieldsIn("---\ntitle: A\n__proto__: {date: x}\nlinks: {__proto__: y}\n---\n");
	expect([...(hostile ?? [])].map(([field]) => field)).toEqual([
		"title",
		"__proto__",
		"links.__proto__",
	]);
});
