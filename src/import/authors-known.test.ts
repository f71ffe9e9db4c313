import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runImport } from "./run.ts";
import { sourcesAt } from "./sources.ts";
import { listing, papersIn, record, temporaryContent } from "./temporary-content.ts";

const files = {
	"sources/listings.yaml": "a.txt: {listed: 2026-07-01}\n",
	"sources/a.txt": listing(record("On Owls", "Owls fly.")),
};
const bib = "@misc{owls, title = {On Owls}, author = {Ada Lovelace and Kurt Gödel}}\n";

test("the number of authors goes when their names become known, whoever is read, and comes back with neither", async () => {
	const folder = temporaryContent(files);
	const entry = () => papersIn(folder)["on-owls.mdx"] ?? "";
	await runImport(folder);
	expect(entry()).toContain("authorCount: 7\n");
	const names = path.join(folder.sources, "b.bib");
	writeFileSync(names, bib);
	await runImport(folder, { sources: sourcesAt([names]) });
	expect(entry()).toMatchInlineSnapshot(`
		"---
		title: On Owls
		date: 2026-06-10
		authors:
		  - Ada Lovelace
		  - Kurt Gödel
		source:
		  listing: a.txt
		  listed: 2026-07-01
		  digests: {title: 84c44b56c0, date: 5dacbcdef5, abstract: 9fb5823cc5}
		otherSources:
		  - listing: b.bib
		    keys:
		      - owls
		    digests: {authors: c9c712e99a}
		---

		Owls fly.
		"
	`);
	const once = entry();
	await runImport(folder);
	expect(entry()).toBe(once);
	writeFileSync(names, bib.replace(/, author.*(?=}\n)/, ""));
	await runImport(folder);
	expect(entry()).toContain("authorCount: 7\n");
	expect(entry()).not.toContain("authors:");
});

test("both sources read at once give names alone, and a number that a person wrote stays", async () => {
	const folder = temporaryContent({ ...files, "sources/b.bib": bib });
	const entry = () => papersIn(folder)["on-owls.mdx"] ?? "";
	await runImport(folder);
	expect(entry()).toContain("- Kurt Gödel\n");
	expect(entry()).not.toContain("authorCount");
	const mine = entry().replace("source:", "authorCount: 9\nsource:");
	writeFileSync(path.join(folder.papers, "on-owls.mdx"), mine);
	const { outcomes } = await runImport(folder);
	expect(entry()).toBe(mine);
	expect(outcomes.flatMap((outcome) => ("clashes" in outcome ? outcome.clashes : []))).toEqual([]);
	rmSync(folder.sources, { recursive: true });
	await runImport(folder);
	expect(entry()).toBe(mine);
});
