import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { sourcesAt } from "./sources.ts";
import { content } from "./temporary-birds.ts";
import { papersIn, refusal } from "./temporary-content.ts";

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
