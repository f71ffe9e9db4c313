import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryContent } from "../import/temporary-content.ts";
import { offprint } from "./command.ts";

/** What `npm run import` prints, with the content folder named `content` as in a real project. */
async function told(root: string, ...flags: string[]) {
	const { code, stdout, stderr } = await offprint(["import", ...flags], { content: root });
	return { code, stdout, stderr };
}

const paper = (at: number) => `@misc{p${at},\n title = {Paper ${at}}\n}\n`;

test("entries that no source gives any more are told with what to do, the first few of many", async () => {
	const folder = temporaryContent({
		"sources/a.bib": Array.from({ length: 7 }, (_, at) => paper(at)).join(""),
		"sources/b.bib": "@misc{o, title = {On Owls}}\n",
	});
	await told(folder.root);
	rmSync(path.join(folder.sources, "b.bib"));
	expect((await told(folder.root)).stderr).toMatchInlineSnapshot(`
		"content/papers/on-owls.mdx:3:1 unexpected entry that no source gives any more (b.bib did), expected a record of it
		Delete the file where the paper is to go, or remove \`source\` and \`otherSources\` from it to keep it as one by hand.
		"
	`);
	writeFileSync(path.join(folder.sources, "a.bib"), paper(0));
	expect((await told(folder.root)).stderr).toMatchInlineSnapshot(`
		"content/papers/on-owls.mdx:3:1 unexpected entry that no source gives any more (b.bib did), expected a record of it
		content/papers/paper-1.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-2.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-3.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		content/papers/paper-4.mdx:3:1 unexpected entry that no source gives any more (a.bib did), expected a record of it
		… and 2 more such entries (all with -- --verbose or --json)
		Delete the file where the paper is to go, or remove \`source\` and \`otherSources\` from it to keep it as one by hand.
		"
	`);
	expect((await told(folder.root, "--verbose")).stderr.split("\n")).toHaveLength(9);
	const { orphans } = JSON.parse((await told(folder.root, "--json")).stdout);
	expect(orphans).toHaveLength(7);
	expect(orphans[0]).toMatchInlineSnapshot(`
		{
		  "file": "content/papers/on-owls.mdx",
		  "line": 3,
		  "listings": [
		    "b.bib",
		  ],
		}
	`);
}, 60_000);

test("values that cannot be used are told by kind: the first few of each, then a count", async () => {
	const record = (at: number) =>
		`@misc{p${at}, title = {Paper ${at}}, doi = {bogus ${at}}, langid = {Owlish}}\n`;
	const folder = temporaryContent({
		"sources/a.bib": Array.from({ length: 300 }, (_, at) => record(at)).join(""),
	});
	const { code, stderr } = await told(folder.root, "--dry-run");
	expect(code).toBe(0);
	expect(stderr).toMatchInlineSnapshot(`
		"content/sources/a.bib:1:1 unexpected DOI "bogus 0" of “Paper 0”, expected one such as 10.1000/owls
		content/sources/a.bib:2:1 unexpected DOI "bogus 1" of “Paper 1”, expected one such as 10.1000/owls
		content/sources/a.bib:3:1 unexpected DOI "bogus 2" of “Paper 2”, expected one such as 10.1000/owls
		content/sources/a.bib:4:1 unexpected DOI "bogus 3" of “Paper 3”, expected one such as 10.1000/owls
		content/sources/a.bib:5:1 unexpected DOI "bogus 4" of “Paper 4”, expected one such as 10.1000/owls
		… and 295 more records without a usable DOI (all with -- --verbose or --json)
		content/sources/a.bib:1:1 unexpected language "Owlish" of “Paper 0”, expected one such as en, pt-BR or german
		content/sources/a.bib:2:1 unexpected language "Owlish" of “Paper 1”, expected one such as en, pt-BR or german
		content/sources/a.bib:3:1 unexpected language "Owlish" of “Paper 2”, expected one such as en, pt-BR or german
		content/sources/a.bib:4:1 unexpected language "Owlish" of “Paper 3”, expected one such as en, pt-BR or german
		content/sources/a.bib:5:1 unexpected language "Owlish" of “Paper 4”, expected one such as en, pt-BR or german
		… and 295 more records without a usable language (all with -- --verbose or --json)
		Each paper is imported without: correct the source, or the entry.
		"
	`);
	const { unusable } = JSON.parse((await told(folder.root, "--dry-run", "--json")).stdout);
	expect(unusable).toHaveLength(600);
	expect(unusable[0]).toMatchInlineSnapshot(`
		{
		  "column": 1,
		  "field": "DOI",
		  "file": "content/sources/a.bib",
		  "fix": "Each paper is imported without: correct the source, or the entry.",
		  "line": 1,
		  "message": "unexpected DOI "bogus 0" of “Paper 0”, expected one such as 10.1000/owls",
		}
	`);
}, 120_000);

test("--json names the source of a clash, with the line of its record", async () => {
	const folder = temporaryContent({ "sources/a.bib": `\n${paper(1)}` });
	await told(folder.root);
	const entry = path.join(folder.papers, "paper-1.mdx");
	writeFileSync(entry, readFileSync(entry, "utf8").replace("title: Paper 1", "title: Mine"));
	writeFileSync(path.join(folder.sources, "a.bib"), `\n${paper(1).replace("Paper 1", "Paper 1b")}`);
	const { clashes } = JSON.parse((await told(folder.root, "--json")).stdout);
	expect(clashes).toMatchInlineSnapshot(`
		[
		  {
		    "field": "title",
		    "file": "content/papers/paper-1.mdx",
		    "line": 2,
		    "listing": "content/sources/a.bib",
		    "listingLine": 2,
		    "ours": "Mine",
		    "theirs": "Paper 1b",
		  },
		]
	`);
}, 60_000);

test("files that are no listings are told and passed over", async () => {
	const folder = temporaryContent({ "sources/a.bib": paper(1), "sources/owl.png": "\0" });
	const { code, stdout, stderr } = await told(folder.root);
	expect([code, stdout]).toEqual([0, expect.stringContaining("1 created")]);
	expect(stderr).toMatchInlineSnapshot(`
		"content/sources/owl.png:1:1 passed over: unexpected byte 00 of a binary file or another encoding, expected UTF-8 text
		"
	`);
}, 60_000);
