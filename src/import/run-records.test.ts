import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ledger, mergeLines, rejectionLines } from "./ledger.ts";
import { runImport } from "./run.ts";
import { content, owl, wren } from "./temporary-birds.ts";
import { listing, papersIn, record } from "./temporary-content.ts";

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
