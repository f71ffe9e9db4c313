import { expect, test } from "vitest";
import { readEntry } from "../entry/read.ts";
import { proposeEntry } from "./entry-of.ts";
import { type Outcome, type Proposal, planImport } from "./plan.ts";
import type { ListedPaper } from "./record.ts";

const newFile = (id: string) => `papers/${id}.mdx`;

function proposal(
	title: string,
	line: number,
	{
		from = "a.txt",
		abstract = "Text.",
		...facts
	}: Partial<Omit<ListedPaper, "title" | "abstract">> & { from?: string; abstract?: string } = {},
): Proposal {
	const paper = {
		title: { text: title, line, column: 1 },
		abstract: { text: abstract, line, column: 1 },
		...facts,
	};
	const entry = proposeEntry(paper, { listing: from, listed: undefined }, () => []);
	return { listing: `sources/${from}`, line, title, entry };
}

/** Plans, then plans again on what the first plan made of the entries: nothing may change. */
function plan(proposals: Proposal[], there: Record<string, string> = {}) {
	const entries = () => Object.entries(there).map(([file, text]) => ({ file, text }));
	const { outcomes, files } = planImport(proposals, entries(), newFile);
	there = { ...there, ...Object.fromEntries(files.map(({ file, text }) => [file, text])) };
	const again = planImport(proposals, entries(), newFile);
	expect(again.files).toEqual([]);
	expect(again.outcomes.filter(({ kind }) => kind === "rejected")).toEqual(
		outcomes.filter(({ kind }) => kind === "rejected"),
	);
	return { outcomes, there };
}

const kinds = (outcomes: readonly Outcome[]) =>
	outcomes.map((outcome) => `${outcome.kind} ${"file" in outcome ? outcome.file : ""}`.trim());

test("entries are created, left, kept or updated by what is there", () => {
	const [a, b, c, d] = ["A one", "B one", "C one", "D one"].map((title, at) =>
		proposal(title, at + 1),
	);
	if (!a || !b || !c || !d) throw new Error("four proposals were made");
	const older = proposal("D one", 4, { abstract: "Older text." }).entry.text;
	const { outcomes } = plan([a, b, c, d], {
		"papers/b-one.mdx": b.entry.text,
		"papers/c-one.mdx": c.entry.text.replace("Text.", "Mine."),
		"papers/d-one.mdx": older,
	});
	const place = (line: number, title: string) => ({
		listing: "sources/a.txt",
		line,
		title,
		clashes: [],
	});
	expect(outcomes).toEqual([
		{ kind: "created", file: "papers/a-one.mdx", text: a.entry.text, ...place(1, "A one") },
		{ kind: "unchanged", file: "papers/b-one.mdx", ...place(2, "B one") },
		{ kind: "kept", file: "papers/c-one.mdx", ...place(3, "C one") },
		{
			kind: "updated",
			file: "papers/d-one.mdx",
			before: older,
			text: d.entry.text,
			...place(4, "D one"),
		},
	]);
});

test("an empty file is what somebody left there", () => {
	const { outcomes } = plan([proposal("A one", 1)], { "papers/a-one.mdx": "" });
	expect(kinds(outcomes)).toEqual(["kept papers/a-one.mdx"]);
});

test("three records of one paper in one listing become one entry: the first counts, the others fill in", () => {
	const { outcomes, there } = plan([
		proposal("The same", 3, { abstract: "" }),
		proposal("the same", 9, { abstract: "Second.", authors: ["Ada Lovelace"] }),
		proposal("THE SAME!", 12, { abstract: "Third.", venue: "Birds" }),
	]);
	expect(kinds(outcomes)).toEqual(
		["created", "merged", "merged"].map((kind) => `${kind} papers/the-same.mdx`),
	);
	expect(there).toEqual({ "papers/the-same.mdx": expect.stringContaining("title: The same\n") });
	expect(there["papers/the-same.mdx"]?.replace(/ +digests.*\n/, "")).toMatchInlineSnapshot(`
		"---
		title: The same
		authors:
		  - Ada Lovelace
		venue: Birds
		source:
		  listing: a.txt
		---

		Second.
		"
	`);
});

test("a preprint, its publication and a listing of it are one paper with both links", () => {
	const authors = ["Ada Lovelace", "Kurt Gödel"];
	const listed = proposal("Owls: A Study", 1, { from: "day.txt", authorCount: 2 });
	const preprint = proposal("Owls: a study", 1, {
		from: "arxiv.xml",
		authors,
		arxiv: "2301.00001",
		links: { arxiv: "https://arxiv.org/abs/2301.00001" },
	});
	const published = proposal("Owls – A Study", 7, {
		from: "acl.bib",
		authors,
		doi: "10.1000/owls",
		links: { doi: "https://doi.org/10.1000/owls" },
		venue: "Birds",
	});
	const { outcomes, there } = plan([listed, preprint, published]);
	const file = "papers/owls-a-study.mdx";
	expect(kinds(outcomes)).toEqual([`created ${file}`, `merged ${file}`, `merged ${file}`]);
	expect(there[file]?.replace(/ +digests.*\n/g, "")).toMatchInlineSnapshot(`
		"---
		title: "Owls: A Study"
		authors:
		  - Ada Lovelace
		  - Kurt Gödel
		venue: Birds
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		  doi: https://doi.org/10.1000/owls
		source:
		  listing: day.txt
		otherSources:
		  - listing: arxiv.xml
		    records:
		      - "2301.00001"
		  - listing: acl.bib
		    records:
		      - 10.1000-owls
		---

		Text.
		"
	`);
	// Also where the entry no longer tells: the listing has its record in it.
	const edited = (there[file] ?? "")
		.replace(/title: .*/, "title: Wrens")
		.replace(/links:\n(?: {2}.*\n)+/, "");
	expect(kinds(plan([published], { [file]: edited }).outcomes)).toEqual([`kept ${file}`]);
});

test("a record of a paper that a person has entered becomes its source", () => {
	const text = "---\ntitle: Owls by Night # mine\nauthors: [A. Lovelace]\n---\n\nMine.\n";
	const { outcomes, there } = plan(
		[proposal("Owls by night", 1, { authors: ["Ada Lovelace"], date: "2026-05-11" })],
		{ "papers/owls.mdx": text },
	);
	expect(kinds(outcomes)).toEqual(["merged papers/owls.mdx"]);
	expect(there["papers/owls.mdx"]).toMatchInlineSnapshot(`
		"---
		title: Owls by Night # mine
		date: 2026-05-11
		authors: [A. Lovelace]
		source:
		  listing: a.txt
		  records:
		    - owls-by-night
		  digests: {title: b29adec42e, date: aa808593af, authors: 2a678c4c6f, abstract: c9a717f775}
		---

		Mine.
		"
	`);
});

test("the id of an entry stays, and its papers are found under any of its ids", () => {
	const first = proposal("Owls by Night", 1);
	const moved = `${first.entry.text}`.replace("source:", "aliases: [owls-by-night]\nsource:");
	const { outcomes } = plan([first], { "papers/birds/owls.mdx": moved });
	expect(kinds(outcomes)).toEqual(["unchanged papers/birds/owls.mdx"]);
});

test("papers with one id that are not known to be one are told apart", () => {
	const part = (number: string) => `${"A long title of many words, ".repeat(4)} Part ${number}`;
	const { outcomes } = plan([
		proposal("Preface", 1),
		proposal("Preface", 5, { from: "b.txt" }),
		proposal(part("I"), 9),
		proposal(part("II"), 12),
		proposal("Wrens sing", 15, { authors: ["Ada Lovelace"] }),
		proposal("Wrens sing", 18, { authors: ["Kurt Gödel"] }),
	]);
	expect(kinds(outcomes).map((kind) => kind.split(" ")[0])).toEqual([
		"created",
		"rejected",
		"created",
		"rejected",
		"created",
		"rejected",
	]);
	expect(outcomes[1]).toMatchObject({
		reason:
			"has the id preface, as sources/a.txt:1 has, and is not known to be the same paper (a DOI or an arXiv id, or authors and venue, would tell)",
	});
});

test("what one listing drops another takes over in the same import, and the next changes nothing", () => {
	const [a, b] = ["a.txt", "b.txt"].map((from) =>
		proposal("Owls by Night", 1, { from, date: "2026-05-11" }),
	);
	if (!a || !b) throw new Error("two proposals were made");
	const { there } = plan([a, b]);
	const without = proposal("Owls by Night", 1);
	for (const order of [
		[without, b],
		[b, without],
	]) {
		const after = plan(order, there).there["papers/owls-by-night.mdx"];
		expect(after).toContain("date: 2026-05-11\n");
		expect(after).toMatch(/listing: b.txt\n {4}digests: \{date: "?[0-9a-f]{10}"?\}/);
	}
});

test("also where the listing that takes it over is the first of the entry", () => {
	const [a, b] = ["a.txt", "b.txt"].map((from) => proposal("Owls by Night", 1, { from }));
	const [aNow, bThen] = ["a.txt", "b.txt"].map((from) =>
		proposal("Owls by Night", 1, { from, venue: `Birds of ${from}` }),
	);
	if (!a || !b || !aNow || !bThen) throw new Error("four proposals were made");
	const { there } = plan([a, bThen]);
	expect(there["papers/owls-by-night.mdx"]).toContain("venue: Birds of b.txt\n");
	const { there: after } = plan([aNow, b], there);
	expect(after["papers/owls-by-night.mdx"]).toContain("venue: Birds of a.txt\n");
});

test("an entry whose YAML cannot be changed in one place stays as it is", () => {
	const first = proposal("Owls by Night", 1, { date: "2026-05-11" });
	const anchored = first.entry.text.replace("date: ", "date: !!str ");
	const later = proposal("Owls by Night", 1, { date: "2026-05-12" });
	const { outcomes, there } = plan([later], { "papers/owls-by-night.mdx": anchored });
	expect(kinds(outcomes)).toEqual(["updated papers/owls-by-night.mdx"]);
	expect(there["papers/owls-by-night.mdx"]).toContain("date: !!str 2026-05-12\n");
	const flow = "---\n{title: Owls by Night, # mine\n}\n---\n";
	const stays = planImport([later], [{ file: "papers/owls-by-night.mdx", text: flow }], newFile);
	expect(stays.notes).toEqual([]);
	expect(stays.files[0]?.text).toMatch(/^---\n\{title: Owls by Night, .*# mine\n/);
});

test.each([
	["a year, then its day", "2022", "2022-05-11", "2022-05-11"],
	["a month, then its day", "2022-05", "2022-05-11", "2022-05-11"],
	["a day, then its year", "2022-05-11", "2022", "2022-05-11"],
	[
		"a day, then another month: one field follows one source",
		"2022-05-11",
		"2022-06",
		"2022-05-11",
	],
	["a year, then a day of another", "2022", "2023-05-11", "2022"],
])(
	"the dates of two listings, %s: the entry has what says most and agrees",
	(_, first, second, date) => {
		const of = (from: string, given: string) =>
			proposal("Owls in flight", 1, { from, authors: ["Ada Lovelace"], date: given });
		const { outcomes, there } = plan([of("a.bib", first), of("b.bib", second)]);
		expect(
			readEntry("papers/owls-in-flight.mdx", there["papers/owls-in-flight.mdx"] ?? "").entry?.paper
				.date,
		).toBe(date);
		expect(outcomes.flatMap((outcome) => ("clashes" in outcome ? outcome.clashes : []))).toEqual(
			[],
		);
		// The same, one listing after the other.
		const before = plan([of("a.bib", first)]).there;
		expect(plan([of("b.bib", second)], before).there["papers/owls-in-flight.mdx"]).toContain(
			`\ndate: ${date}\n`,
		);
		expect(plan([of("a.bib", first), of("b.bib", second)], before).there).toEqual(there);
	},
);

test("two records of one listing complete each other's date, and those that contradict do not", () => {
	const of = (line: number, date: string) =>
		proposal("Owls in flight", line, { authors: ["Ada Lovelace"], date });
	const dates = (...given: string[]) =>
		plan(given.map((date, at) => of(at + 1, date))).there["papers/owls-in-flight.mdx"]?.match(
			/^date: .*/m,
		)?.[0];
	expect(dates("2022", "2022-05", "2022-05-11")).toBe("date: 2022-05-11");
	expect(dates("2022", "2023-05", "2022-06")).toBe("date: 2022-06");
});

test("a source completes the year that a person wrote, once, and contradicts it only as a clash", () => {
	const of = (date: string) => proposal("Owls in flight", 1, { authors: ["Ada Lovelace"], date });
	const file = "papers/owls-in-flight.mdx";
	const mine =
		"---\ntitle: Owls in flight\ndate: 2022 # about\nauthors:\n  - Ada Lovelace\n---\n\nText.\n";
	const { there } = plan([of("2022-05-11")], { [file]: mine });
	expect(there[file]).toContain("\ndate: 2022-05-11 # about\n");
	// Who takes the day away again wants no day.
	const cut = (there[file] ?? "").replace("2022-05-11", "2022");
	expect(plan([of("2022-05-11")], { [file]: cut }).there[file]).toBe(cut);
	const clashes = plan([of("2023-05-11")], { [file]: cut }).outcomes.flatMap((outcome) =>
		"clashes" in outcome ? outcome.clashes : [],
	);
	expect(clashes).toEqual([{ file, line: 3, field: "date", ours: "2022", theirs: "2023-05-11" }]);
	// No other source puts back what was cut.
	const other = proposal("Owls in flight", 1, {
		from: "b.bib",
		authors: ["Ada Lovelace"],
		date: "2022-05-11",
	});
	expect(plan([of("2022-05-11"), other], { [file]: cut }).there[file]).toContain(
		"\ndate: 2022 # about\n",
	);
});
