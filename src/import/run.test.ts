import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { clashLines, ledger, mergeLines, rejectionLines } from "./ledger.ts";
import { runImport } from "./run.ts";
import { sourcesAt } from "./sources.ts";
import { listing, papersIn, record, refusal, temporaryContent } from "./temporary-content.ts";

const listings = "a.txt: {listed: 2026-07-01}\nb.txt: {listed: 2026-07-01}\n";
const owl = record("On Owls", "Owls fly. Owls hunt 20times more.");
const wren = record("On Wrens", "Wrens sing.", "May 11 2");

const content = (files: Record<string, string> = {}) =>
	temporaryContent({
		"sources/listings.yaml": listings,
		"sources/a.txt": listing(owl, wren),
		...files,
	});

test("every record becomes an entry", async () => {
	const folder = content();
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"2 records read = 2 created + 0 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(Object.keys(papersIn(folder))).toEqual(["on-owls.mdx", "on-wrens.mdx"]);
	expect(papersIn(folder)["on-owls.mdx"]).toMatchInlineSnapshot(`
		"---
		title: On Owls
		date: 2026-06-10
		authorCount: 7
		source:
		  listing: a.txt
		  listed: 2026-07-01
		  repairs:
		    - from: 20times
		      to: 20×
		  digests: {title: 84c44b56c0, date: 5dacbcdef5, authorCount: 7902699be4, abstract: 133b49b5bc}
		---

		Owls fly. Owls hunt 20× more.
		"
	`);
});

test("importing again changes nothing, not even the time of a file", async () => {
	const folder = content();
	await runImport(folder);
	const before = papersIn(folder);
	const times = () =>
		Object.keys(before).map(
			(name) => statSync(path.join(folder.papers, name), { bigint: true }).mtimeNs,
		);
	const first = times();
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"2 records read = 0 created + 2 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(papersIn(folder)).toEqual(before);
	expect(times()).toEqual(first);
});

test.each([
	["a note below the abstract", (text: string) => `${text}\n## Notes\n\nMine.\n`, 0],
	["a topic", (text: string) => text.replace("source:", "topics:\n  - birds\nsource:"), 0],
	["a comment", (text: string) => text.replace("date:", "# Seen on the roof.\ndate:"), 0],
	["one letter of the abstract", (text: string) => text.replace("Owls fly", "Owls flew"), 1],
])(
	"where a person changed %s, it stays, and all else follows the source",
	async (_, edit, clashes) => {
		const folder = content();
		await runImport(folder);
		const mine = edit(papersIn(folder)["on-owls.mdx"] ?? "");
		writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
		const changed = owl.replace("hunt", "see").replace("7", "8");
		writeFileSync(path.join(folder.sources, "a.txt"), listing(changed, wren));
		expect(ledger((await runImport(folder)).outcomes)).toBe(
			`2 records read = 0 created + 1 updated + 1 unchanged + 0 kept (edited) + 0 rejected${clashes ? "; 1 clash" : ""}`,
		);
		const withoutDigests = (text = "") => text.replace(/ {2}digests: .*\n/, "");
		const followed = mine.replace("authorCount: 7", "authorCount: 8");
		expect(withoutDigests(papersIn(folder)["on-owls.mdx"])).toBe(
			withoutDigests(clashes ? followed : followed.replace("hunt", "see")),
		);
	},
);

test("without the line that tells an edit, what stands in the entry is a person's", async () => {
	const folder = content();
	await runImport(folder);
	const mine = (papersIn(folder)["on-owls.mdx"] ?? "").replace(/ {2}digests: .*\n/, "");
	writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
	writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("hunt", "see"), wren));
	await runImport(folder);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("Owls hunt");
	writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("hunt", "hear"), wren));
	expect(ledger((await runImport(folder)).outcomes)).toMatch(/1 kept \(edited\).*; 1 clash$/);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("Owls hunt");
});

test("an entry that a person has broken is left as it is, and the note says why", async () => {
	const folder = content();
	await runImport(folder);
	const mine = (papersIn(folder)["on-owls.mdx"] ?? "").replace("date: 2026", "date: 202x");
	writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
	const { outcomes, notes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"2 records read = 0 created + 1 unchanged + 1 kept (edited) + 0 rejected",
	);
	expect(notes.join("\n").replaceAll(folder.root, "content")).toMatchInlineSnapshot(
		`"content/papers/on-owls.mdx:3:7 left as it is, since it cannot be read: unexpected "202x-06-10" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11"`,
	);
	expect(papersIn(folder)["on-owls.mdx"]).toBe(mine);
});

test.each([
	["theirs", "Owls see"],
	["ours", "Owls stare"],
] as const)(
	"a clash is told at every import, until it is settled with “%s”",
	async (decision, text) => {
		const folder = content();
		await runImport(folder);
		const mine = (papersIn(folder)["on-owls.mdx"] ?? "").replace("Owls hunt", "Owls stare");
		writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
		writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("hunt", "see"), wren));
		const clash =
			"content/papers/on-owls.mdx:14:1 kept abstract as it is, which content/sources/a.txt:11 has changed too";
		for (const options of [{}, { dryRun: true, decision }, {}]) {
			const { outcomes } = await runImport(folder, options);
			const told = clashLines(outcomes).join("\n").replaceAll(folder.root, "content");
			expect(told).toBe("decision" in options ? "" : clash);
			expect(papersIn(folder)["on-owls.mdx"]).toBe(mine);
		}
		expect(ledger((await runImport(folder, { decision })).outcomes)).toContain("1 updated");
		expect(papersIn(folder)["on-owls.mdx"]).toContain(text);
		expect(ledger((await runImport(folder)).outcomes)).not.toContain("clash");
		expect(papersIn(folder)["on-owls.mdx"]).toContain(text);
	},
);

test("Windows line ends alone are no edit", async () => {
	const folder = content();
	await runImport(folder);
	const mine = (papersIn(folder)["on-owls.mdx"] ?? "").replaceAll("\n", "\r\n");
	writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
	expect(ledger((await runImport(folder)).outcomes)).toContain("2 unchanged + 0 kept");
	expect(papersIn(folder)["on-owls.mdx"]).toBe(mine);
	writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("hunt", "see"), wren));
	expect(ledger((await runImport(folder)).outcomes)).toContain("1 updated");
});

test("a deleted entry comes back", async () => {
	const folder = content();
	await runImport(folder);
	const before = papersIn(folder);
	rmSync(path.join(folder.papers, "on-owls.mdx"));
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"2 records read = 1 created + 1 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(papersIn(folder)).toEqual(before);
});

test("an entry that nobody has edited follows its source", async () => {
	const folder = content();
	await runImport(folder);
	writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("7", "8"), wren));
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"2 records read = 0 created + 1 updated + 1 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("authorCount: 8\n");
	expect(ledger((await runImport(folder)).outcomes)).toContain("2 unchanged");
});

test("and the topics of the collection", async () => {
	const folder = content();
	await runImport(folder);
	const topics = "- {id: owls, name: Owls, description: Of owls., terms: [owls]}\n";
	writeFileSync(folder.topics, topics);
	expect(ledger((await runImport(folder)).outcomes)).toContain("1 updated + 1 unchanged");
	expect(papersIn(folder)["on-owls.mdx"]).toContain("topics:\n  - owls\n");
});

test("two records of a paper become one entry, and a line says which was merged", async () => {
	const folder = content({ "sources/b.txt": listing(record("On owls!", "Others."), wren) });
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"4 records read = 2 created + 2 merged + 0 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(mergeLines(outcomes).join("\n").replaceAll(folder.root, "content")).toMatchInlineSnapshot(`
		"content/sources/b.txt:11:1 merged “On owls!” into content/papers/on-owls.mdx
		content/sources/b.txt:19:1 merged “On Wrens” into content/papers/on-wrens.mdx"
	`);
	expect(papersIn(folder)["on-owls.mdx"]).toMatchInlineSnapshot(`
		"---
		title: On Owls
		date: 2026-06-10
		authorCount: 7
		source:
		  listing: a.txt
		  listed: 2026-07-01
		  repairs:
		    - from: 20times
		      to: 20×
		  digests: {title: 84c44b56c0, date: 5dacbcdef5, authorCount: 7902699be4, abstract: 133b49b5bc}
		otherSources:
		  - listing: b.txt
		    listed: 2026-07-01
		---

		Owls fly. Owls hunt 20× more.
		"
	`);
	const first = papersIn(folder);
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"4 records read = 0 created + 4 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(papersIn(folder)).toEqual(first);
});

test("two papers that would have one id are told apart, and the second is rejected", async () => {
	const folder = content({
		"sources/b.txt": listing(record("Preface", "Of owls."), record("PREFACE", "Of wrens.")),
	});
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"4 records read = 3 created + 0 unchanged + 0 kept (edited) + 1 rejected",
	);
	expect(
		rejectionLines(outcomes).join("\n").replaceAll(folder.root, "content"),
	).toMatchInlineSnapshot(
		`"content/sources/b.txt:19:1 rejected “PREFACE”: has the id preface, as content/sources/b.txt:11 has, and is not known to be the same paper (a DOI or an arXiv id, or authors and venue, would tell)"`,
	);
	expect(ledger((await runImport(folder)).outcomes)).toContain("3 unchanged + 0 kept (edited) + 1");
});

test("a record that cannot be read is rejected, and the ledger counts it", async () => {
	const bad = record("On Rooks", "Rooks count.", "Someday");
	const feb = record("On Larks", "Larks rise.", "Feb 29, 2025");
	const folder = content({ "sources/a.txt": listing(owl, bad, feb, wren) });
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"4 records read = 2 created + 0 unchanged + 0 kept (edited) + 2 rejected",
	);
	expect(
		rejectionLines(outcomes).join("\n").replaceAll(folder.root, "content"),
	).toMatchInlineSnapshot(`
		"content/sources/a.txt:19:1 rejected “On Rooks”: the date "Someday"
		content/sources/a.txt:27:1 rejected “On Larks”: a date that does not exist"
	`);
});

test("with a problem in any source nothing is written, and all problems are told", async () => {
	const folder = content({ "sources/b.txt": "nothing\n", "sources/c.txt": "" });
	expect(await refusal(folder, () => runImport(folder))).toMatchInlineSnapshot(`
		"content/sources/b.txt:1:1 unexpected text in which no paper is found, expected a Daily Papers page as text, Daily Papers JSON, Crossref JSON, CSL-JSON, Zotero JSON, OpenReview JSON, a saved Daily Papers page, arXiv Atom, arXiv RSS, EndNote XML, Zotero RDF, MODS, RIS, EndNote tagged, BibTeX, a list of arXiv ids and DOIs or CSV or TSV with a header
		    Copy the whole page, from its title to the last paper, and save it as UTF-8 text; or export the papers in one of the formats.
		content/sources/c.txt:1:1 unexpected empty file, expected a listing of papers
		    Copy the text of the page again and save it as plain UTF-8 text.
		2 problems"
	`);
	expect(papersIn(folder)).toEqual({});
});

test("with a problem in the settings nothing is written", async () => {
	const folder = content({ "topics.yaml": "- id: owls\n", "sources/listings.yaml": "a.txt: 1\n" });
	expect(await refusal(folder, () => runImport(folder))).toMatch(/5 problems$/);
	expect(papersIn(folder)).toEqual({});
});

test("only the files that are named are read", async () => {
	const folder = content({ "sources/b.txt": "nothing\n" });
	const sources = sourcesAt([path.join(folder.sources, "a.txt")]);
	const { outcomes } = await runImport(folder, { sources });
	expect(ledger(outcomes)).toContain("2 created");
});

test("hidden files are no listings, and a folder without listings is fine", async () => {
	const folder = content({ "sources/.DS_Store": "\0\0" });
	expect(ledger((await runImport(folder)).outcomes)).toContain("2 created");
	rmSync(folder.sources, { recursive: true });
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"0 records read = 0 created + 0 unchanged + 0 kept (edited) + 0 rejected",
	);
});

test("no temporary file stays behind", async () => {
	const folder = content();
	await runImport(folder);
	expect(Object.keys(papersIn(folder))).toEqual(["on-owls.mdx", "on-wrens.mdx"]);
});

test("where a date has no year and nobody states the day, the note tells what was taken", async () => {
	const folder = content({ "sources/listings.yaml": "" });
	appendFileSync(path.join(folder.sources, "a.txt"), `\n${record("Old", "Old.", "Oct 9, 2024")}\n`);
	expect(
		(await runImport(folder)).notes.join("\n").replaceAll(folder.root, "content"),
	).toMatchInlineSnapshot(
		`"content/sources/a.txt: the page's day has no year; taken as 2025-07-01, the year after the latest that it writes (state it in listings.yaml to be sure)"`,
	);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("date: 2025-06-10\n");
});

test("an entry that was moved or renamed is found, and no second one is written", async () => {
	const folder = content();
	await runImport(folder);
	const at = (name: string) => path.join(folder.papers, name);
	mkdirSync(at("birds"));
	renameSync(at("on-owls.mdx"), at("birds/on-owls.mdx"));
	const wrens = readFileSync(at("on-wrens.mdx"), "utf8");
	rmSync(at("on-wrens.mdx"));
	writeFileSync(at("wrens.mdx"), wrens.replace("source:", "aliases: [on-wrens]\nsource:"));
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"2 records read = 0 created + 2 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(readdirSync(folder.papers).sort()).toEqual(["birds", "wrens.mdx"]);
});
