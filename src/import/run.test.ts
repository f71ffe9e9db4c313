import { rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { clashLines, ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { content, owl, wren } from "./temporary-birds.ts";
import { listing, papersIn } from "./temporary-content.ts";

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
