import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ContentFolder } from "../entry/folder.ts";
import { ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { sourcesAt } from "./sources.ts";
import { papersIn, temporaryContent } from "./temporary-content.ts";

const owls = "@misc{owls,\n title = {On Owls},\n author = {Ada Lovelace}\n}\n";
const wrens = "@misc{wrens,\n title = {On Wrens},\n author = {Kurt Gödel}\n}\n";

const write = (folder: ContentFolder, name: string, text: string) =>
	writeFileSync(path.join(folder.sources, name), text);
const remove = (folder: ContentFolder, name: string) => rmSync(path.join(folder.sources, name));

/** The orphans of an import, which deletes nothing; the next import tells the same and changes nothing. */
async function orphans(folder: ContentFolder): Promise<string[]> {
	const before = Object.keys(papersIn(folder));
	const tell = async () => {
		const { orphans } = await runImport(folder);
		return orphans.map(({ file, line, listings }) =>
			`${file}:${line} ${listings.join(" ")}`.replace(folder.root, "content"),
		);
	};
	const told = await tell();
	const after = papersIn(folder);
	expect(Object.keys(after)).toEqual(before);
	expect(await tell()).toEqual(told);
	expect(papersIn(folder)).toEqual(after);
	return told;
}

async function imported(files: Record<string, string>): Promise<ContentFolder> {
	const sources = Object.entries(files).map(([name, text]) => [`sources/${name}`, text]);
	const folder = temporaryContent(Object.fromEntries(sources));
	await runImport(folder);
	return folder;
}

test("an entry whose record has vanished from its source is told, and stays", async () => {
	const folder = await imported({ "a.bib": owls + wrens });
	expect(await orphans(folder)).toEqual([]);
	write(folder, "a.bib", wrens);
	expect(await orphans(folder)).toEqual(["content/papers/on-owls.mdx:5 a.bib"]);
});

test("entries of a source that was deleted are told, also of one that is not there at all", async () => {
	const folder = await imported({ "a.bib": owls, "b.bib": wrens });
	remove(folder, "a.bib");
	expect(await orphans(folder)).toEqual(["content/papers/on-owls.mdx:5 a.bib"]);
	rmSync(folder.sources, { recursive: true });
	expect(await orphans(folder)).toHaveLength(2);
});

test("kept as one by hand, an entry is told no more", async () => {
	const folder = await imported({ "a.bib": owls + wrens });
	write(folder, "a.bib", wrens);
	const file = path.join(folder.papers, "on-owls.mdx");
	const mine = readFileSync(file, "utf8").replace(/source:\n(?: .*\n)+/, "");
	writeFileSync(file, mine);
	expect(await orphans(folder)).toEqual([]);
	expect(readFileSync(file, "utf8")).toBe(mine);
});

test.each([
	["a record that is there but broken", "@misc{owls, year = {2020}}\n"],
	["a record that was retitled", owls.replace("On Owls", "By Night")],
])("%s gives its entry still", async (_, record) => {
	const folder = await imported({ "a.bib": owls + wrens });
	write(folder, "a.bib", record + wrens);
	expect(await orphans(folder)).toEqual([]);
});

test("a source that is not read tells nothing of its entries, nor does an issue", async () => {
	const folder = await imported({ "a.bib": owls, "b.bib": wrens });
	const file = path.join(folder.papers, "on-owls.mdx");
	const b = path.join(folder.sources, "b.bib");
	expect((await runImport(folder, { sources: sourcesAt([b]) })).orphans).toEqual([]);
	remove(folder, "a.bib");
	writeFileSync(file, readFileSync(file, "utf8").replace("listing: a.bib", "listing: issue-12"));
	expect(await orphans(folder)).toEqual([]);
});

test("a list of ids gives the papers that it names, and no other", async () => {
	const entry = (listing: string) =>
		`---\ntitle: On Owls\nlinks:\n  doi: https://doi.org/10.1000/owls\nsource:\n  listing: ${listing}\n---\n`;
	const files = temporaryContent({
		"papers/10.1000-owls.mdx": entry("ids.txt"),
		"papers/10.1000-wrens.mdx": entry("ids.txt")
			.replace(/owls/gi, "wrens")
			.replace("Owls", "Wrens"),
		"sources/ids.txt": "10.1000/owls\n10.1000/wrens\n",
	});
	expect(await orphans(files)).toEqual([]);
	write(files, "ids.txt", "10.1000/owls\n");
	expect(await orphans(files)).toEqual(["content/papers/10.1000-wrens.mdx:5 ids.txt"]);
});

const withVenue = (record: string, venue: string) =>
	record.replace(",\n author", `,\n journal = {${venue}},\n author`);

test("another source that gives the paper takes over the fields that nobody has edited", async () => {
	const folder = await imported({
		"a.bib": withVenue(owls, "Birds"),
		"b.bib": withVenue(owls, "Journal of Birds").replace("Ada", "Augusta Ada"),
	});
	const file = path.join(folder.papers, "on-owls.mdx");
	expect(readFileSync(file, "utf8")).toContain("venue: Birds\n");
	writeFileSync(file, readFileSync(file, "utf8").replace("- Ada Lovelace", "- A. Lovelace"));
	remove(folder, "a.bib");
	const { outcomes } = await runImport(folder);
	expect(ledger(outcomes)).toBe(
		"1 record read = 0 created + 1 updated + 0 unchanged + 0 kept (edited) + 0 rejected",
	);
	expect(readFileSync(file, "utf8")).toMatchInlineSnapshot(`
		"---
		title: On Owls
		authors:
		  - A. Lovelace
		venue: Journal of Birds
		source:
		  listing: a.bib
		  keys:
		    - owls
		otherSources:
		  - listing: b.bib
		    keys:
		      - owls
		    digests: {title: 84c44b56c0, venue: 42b39c82b1, authors: a6ad5f4684}
		---
		"
	`);
	expect(await orphans(folder)).toEqual([]);
	write(folder, "b.bib", withVenue(owls, "Night Birds"));
	await runImport(folder);
	expect(readFileSync(file, "utf8")).toContain("venue: Night Birds\n");
	expect(readFileSync(file, "utf8")).toContain("- A. Lovelace\n");
});

test("what nobody else gives stays, and what a person has deleted does not come back", async () => {
	const folder = await imported({
		"a.bib": withVenue(owls, "Birds").replace("{owls,", "{owls,\n langid = {english},"),
		"b.bib": withVenue(owls, "Journal of Birds"),
	});
	const file = path.join(folder.papers, "on-owls.mdx");
	writeFileSync(file, readFileSync(file, "utf8").replace("venue: Birds\n", ""));
	remove(folder, "a.bib");
	expect(await orphans(folder)).toEqual([]);
	expect(readFileSync(file, "utf8")).toContain("language: en\n");
	expect(readFileSync(file, "utf8")).not.toMatch(/^venue:/m);
});

test("a source that was renamed goes on giving its entries", async () => {
	const folder = await imported({ "a.bib": owls });
	remove(folder, "a.bib");
	write(folder, "c.bib", owls);
	expect(await orphans(folder)).toEqual([]);
	write(folder, "c.bib", owls.replace("On Owls", "By Night"));
	await runImport(folder);
	expect(Object.keys(papersIn(folder))).toEqual(["on-owls.mdx"]);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("title: By Night\n");
});
