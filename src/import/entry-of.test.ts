import fc from "fast-check";
import { expect, test } from "vitest";
import { digestsOf } from "../entry/digest.ts";
import { fieldsIn } from "../entry/fields.ts";
import { readEntry } from "../entry/read.ts";
import { proposeEntry } from "./entry-of.ts";
import type { ListedPaper } from "./record.ts";

const span = (text: string, line = 1, column = 1) => ({ text, line, column });
const propose = (paper: Partial<ListedPaper>, topics: string[] = []) =>
	proposeEntry(
		{ title: span("A Title"), abstract: span("An abstract."), ...paper },
		{ listing: "a.txt", listed: "2026-07-01" },
		() => topics,
	);
const read = (text: string) => readEntry("papers/a.mdx", text).entry?.paper;

test("the whole file", () => {
	const { id, text } = propose(
		{
			title: span("Tokens: a $survey$ of Byte-~and Words"),
			abstract: span("Two 2times\nlines, see https://github.com/a/b.\n\nAnd {more} <x>."),
			date: "2026-05-11",
			organization: { handle: "acm", name: "A: C" },
			commentCount: 2,
		},
		["tokenization"],
	);
	expect(id).toBe("tokens-a-survey-of-byte-and-words");
	expect(text).toMatchInlineSnapshot(`
		"---
		title: "Tokens: a $survey$ of Byte- and Words"
		date: 2026-05-11
		organization:
		  handle: acm
		  name: "A: C"
		commentCount: 2
		topics:
		  - tokenization
		links:
		  code: https://github.com/a/b
		source:
		  listing: a.txt
		  listed: 2026-07-01
		  repairs:
		    - from: "~"
		      to: " "
		    - from: 2times
		      to: 2×
		  digests: {title: eed19bf348, date: aa808593af, organization: ddcf45de64, commentCount: d4735e3a26, topics: 2faf700d3c, links.code: d1821f0374, abstract: a3bb197345}
		---

		Two 2× lines, see https://github.com/a/b.

		And \\{more} \\<x>.
		"
	`);
});

test("every fact of the record is read back, and no other", () => {
	const facts = { date: "2026-05-11", authorCount: 7, commentCount: 0 };
	const paper = read(propose(facts).text);
	expect(paper).toMatchObject({ title: "A Title", abstract: "An abstract.", ...facts });
	expect(Object.keys(read(propose({}).text) ?? {}).sort()).toEqual([
		"abstract",
		"id",
		"links",
		"source",
		"title",
		"topics",
	]);
});

test("a title on two lines is one, and its repair has its own place", () => {
	const { text, repairs } = propose({ title: span("One Title\n  over Byte-~and Lines", 5, 3) });
	expect(read(text)?.title).toBe("One Title over Byte- and Lines");
	expect(repairs).toMatchObject([{ from: "~", to: " ", line: 6, column: 13 }]);
});

test("lines of a paragraph are joined, paragraphs are kept", () => {
	const { text } = propose({ abstract: span("one\n  two\n\n three\n \n\nfour") });
	expect(read(text)?.abstract).toBe("one two\n\nthree\n\nfour");
});

test("a repaired formula is math", () => {
	const { text } = propose({ abstract: span("so (|A_{i,t}|times H_{i,t}), and") });
	expect(text).toContain("so ($|A_{i,t}| \\times H_{i,t}$), and\n");
	expect(read(text)?.abstract).toBe("so (|A_{i,t}| × H_{i,t}), and");
});

test("macros that only the authors know are left and named", () => {
	const { text, left } = propose({ abstract: span("We propose \\ours and \\name.") });
	expect(left).toEqual(["\\ours", "\\name"]);
	expect(read(text)?.abstract).toBe("We propose \\ours and \\name.");
});

test("the digests are those of the fields that are read back", () => {
	const { text, fields } = propose({
		authors: ["Ada Lovelace", "A: B"],
		links: { doi: "https://doi.org/10.1000/a" },
		upvotes: 0,
	});
	expect(fieldsIn(text)).toEqual(fields);
	expect(read(text)?.source?.digests).toEqual(digestsOf(fields));
	expect([...fields.keys()]).toEqual(["title", "authors", "upvotes", "links.doi", "abstract"]);
});

test("any words at all become an entry that can be read, with the same words", () => {
	const word = fc.constantFrom(
		..."{}<>`*_#|~=!\"'&:;-+\n\\",
		"import x",
		"<b>",
		"{1}",
		"---",
		"[a](javascript:x)",
		"www.a.b",
		"https://github.com/a/b",
		"العربية",
		"😀",
		"a",
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), (words) => {
			const abstract = words.join(" ").trim();
			const entry = propose({ title: span(`T ${abstract}`), abstract: span(abstract) });
			expect(readEntry("papers/a.mdx", entry.text).issues).toEqual([]);
			if (entry.repairs.length > 0) return;
			const flat = (text: string) => text.split(/\s+/).join(" ").trim();
			expect(flat(read(entry.text)?.abstract ?? "")).toBe(flat(abstract));
			expect(read(entry.text)?.title).toBe(flat(`T ${abstract}`));
		}),
		{ numRuns: 500 },
	);
});

test("a date is written as far as the source gives it, and a year in quotes is no edit", () => {
	for (const date of ["2026-05-11", "2026-05", "2026", "0987"]) {
		const { text, fields } = propose({ date });
		expect(read(text)?.date).toBe(date);
		expect(digestsOf(fieldsIn(text) ?? new Map())).toEqual(digestsOf(fields));
	}
	const { text } = propose({ date: "2026" });
	expect(text).toContain("\ndate: 2026\n");
	const quoted = readEntry("papers/a.mdx", text.replace("date: 2026", 'date: "2026"')).entry;
	expect(quoted?.paper.date).toBe("2026");
	expect(quoted?.unchangedSince).toBe("2026-07-01");
});
