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
import { ledger, rejectionLines } from "./plan.ts";
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
		  digest: d0480e34c7e6979e
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
	["a note below the abstract", (text: string) => `${text}\n## Notes\n\nMine.\n`],
	["a topic", (text: string) => text.replace("source:", "topics:\n  - birds\nsource:")],
	["one letter", (text: string) => text.replace("Owls fly", "Owls flew")],
	["the line that tells an edit", (text: string) => text.replace(/ {2}digest.*\n/, "")],
	["everything", () => "gone\n"],
])("an entry in which a person changed %s is kept byte for byte", async (_, edit) => {
	const folder = content();
	await runImport(folder);
	const mine = edit(papersIn(folder)["on-owls.mdx"] ?? "");
	writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
	writeFileSync(path.join(folder.sources, "a.txt"), listing(owl.replace("hunt", "see"), wren));
	expect(ledger((await runImport(folder)).outcomes)).toBe(
		"2 records read = 0 created + 1 unchanged + 1 kept (edited) + 0 rejected",
	);
	expect(papersIn(folder)["on-owls.mdx"]).toBe(mine);
});

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

test("the second record of a paper is rejected with its place and the first one's", async () => {
	const folder = content({ "sources/b.txt": listing(record("On owls!", "Others."), wren) });
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"4 records read = 2 created + 0 unchanged + 0 kept (edited) + 2 rejected",
	);
	expect(
		rejectionLines(outcomes).join("\n").replaceAll(folder.root, "content"),
	).toMatchInlineSnapshot(`
		"content/sources/b.txt:11:1 rejected “On owls!”: has the id on-owls of the paper at content/sources/a.txt:11
		content/sources/b.txt:19:1 rejected “On Wrens”: has the id on-wrens of the paper at content/sources/a.txt:19"
	`);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("Owls hunt");
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
		"2 records read = 0 created + 1 unchanged + 1 kept (edited) + 0 rejected",
	);
	expect(readdirSync(folder.papers).sort()).toEqual(["birds", "wrens.mdx"]);
});
