import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ContentFolder } from "../entry/folder.ts";
import { ledger } from "./ledger.ts";
import { runImport } from "./run.ts";
import { papersIn, temporaryContent } from "./temporary-content.ts";

const csl = (id: string | number, title: string, family = "Lovelace") => ({
	id,
	type: "book",
	title,
	author: [{ given: "Ada", family }],
});
const json = (...items: unknown[]) => JSON.stringify(items);

/** Imports a source, then the same source with another text; its entries afterwards. */
async function twice(name: string, before: string, after: string) {
	const folder = temporaryContent({ [`sources/${name}`]: before });
	await runImport(folder);
	return { folder, ...(await again(folder, name, after)) };
}

async function again(folder: ContentFolder, name: string, text: string) {
	writeFileSync(path.join(folder.sources, name), text);
	const { outcomes } = await runImport(folder);
	const once = papersIn(folder);
	await runImport(folder);
	expect(papersIn(folder)).toEqual(once);
	return { ledger: ledger(outcomes), names: Object.keys(once) };
}

const retitled: Record<string, (title: string) => string> = {
	"a.bib": (title) => `@misc{owl1,\n title = {${title}},\n author = {Ada Lovelace}\n}\n`,
	"a.json": (title) => json(csl("owl1", title)),
	"a.ris": (title) => `TY  - JOUR\nID  - owl1\nTI  - ${title}\nAU  - Lovelace, Ada\nER  - \n`,
	"openreview.json": (title) =>
		json({
			id: "Ab1",
			forum: "Ab1",
			content: { title: { value: title }, authors: { value: ["Ada Lovelace"] } },
		}),
	"zotero.json": (title) =>
		json({ key: "ABCD1234", data: { key: "ABCD1234", itemType: "book", title, creators: [] } }),
	"a.csv": (title) => `Key,Title,Author\nowl1,${title},Ada Lovelace\n`,
	"a.enw": (title) => `%0 Book\n%T ${title}\n%A Ada Lovelace\n%F owl1\n`,
	"numbers.json": (title) => json(csl(17, title)),
};

test.each(Object.entries(retitled))(
	"a paper of %s whose title changes at its source keeps its entry",
	async (name, write) => {
		const { folder, ...result } = await twice(
			name,
			write("On Owls"),
			write("Birds That Hunt by Night"),
		);
		expect(result).toEqual({
			ledger: "1 record read = 0 created + 1 updated + 0 unchanged + 0 kept (edited) + 0 rejected",
			names: ["on-owls.mdx"],
		});
		expect(papersIn(folder)["on-owls.mdx"]).toContain("title: Birds That Hunt by Night\n");
	},
);

test("the entry says what its source calls the paper, and under which ids it gave it", async () => {
	const write = retitled["a.bib"];
	const { folder } = await twice("a.bib", write?.("On Owls") ?? "", write?.("By Night") ?? "");
	expect(papersIn(folder)["on-owls.mdx"]).toMatchInlineSnapshot(`
		"---
		title: By Night
		authors:
		  - Ada Lovelace
		source:
		  listing: a.bib
		  keys:
		    - owl1
		  records:
		    - by-night
		  digests: {title: 4744c39b94, authors: 2a678c4c6f}
		---
		"
	`);
});

test.each([
	["other authors", json(csl("k", "On Owls")), json(csl("k", "On Wrens", "Byron"))],
	[
		"another DOI",
		json({ ...csl("k", "On Owls"), DOI: "10.1000/owls" }),
		json({ ...csl("k", "On Wrens"), DOI: "10.1000/wrens" }),
	],
	[
		"no author, and a number that may only count records",
		json({ ...csl(1, "On Owls"), author: [] }),
		json({ ...csl(1, "On Wrens"), author: [] }),
	],
	[
		"a key that two records have",
		json(csl("k", "On Owls"), csl("k", "On Crows")),
		json(csl("k", "On Wrens"), csl("k", "On Crows")),
	],
	[
		"a key that has gone over to it from a paper that is still there",
		json(csl("lovelace1843", "On Owls")),
		json(csl("lovelace1843", "On Wrens"), csl("lovelace1843a", "On Owls")),
	],
])("a record with %s is another paper, whatever it is called", async (_, before, after) => {
	const { folder } = await twice("a.json", before, after);
	const all = Object.values(papersIn(folder)).join("");
	expect(all).toContain("title: On Owls\n");
	expect(all).toContain("title: On Wrens\n");
});

test("the key of one source says nothing about another", async () => {
	const folder = temporaryContent({
		"sources/a.json": json(csl("k", "On Owls")),
		"sources/b.json": json(csl("k", "On Wrens")),
	});
	await runImport(folder);
	expect(readdirSync(folder.papers)).toHaveLength(2);
});

test("an entry from before keys were kept stays as it is, and gets its key when it changes", async () => {
	const folder = temporaryContent({ "sources/a.json": json(csl("owl1", "On Owls")) });
	await runImport(folder);
	const file = path.join(folder.papers, "on-owls.mdx");
	const old = readFileSync(file, "utf8").replace(/ {2}keys:\n {4}- owl1\n/, "");
	expect(old).not.toContain("owl1");
	writeFileSync(file, old);
	expect(ledger((await runImport(folder)).outcomes)).toContain("1 unchanged + 0 kept");
	expect(readFileSync(file, "utf8")).toBe(old);
	const venue = { ...csl("owl1", "On Owls"), "container-title": "Birds" };
	await again(folder, "a.json", json(venue));
	expect(readFileSync(file, "utf8")).toContain("  keys:\n    - owl1\n");
	const { names } = await again(folder, "a.json", json({ ...venue, title: "By Night" }));
	expect(names).toEqual(["on-owls.mdx"]);
});
