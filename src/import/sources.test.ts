import { once } from "node:events";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listingName } from "./copies.ts";
import { ledger } from "./ledger.ts";
import { type ImportOptions, runImport } from "./run.ts";
import { sourcesAt, sourcesOf } from "./sources.ts";
import { papersIn, refusal, temporaryContent } from "./temporary-content.ts";

const owls = "@misc{o, title = {On Owls}}\n";
const wrens = "@misc{w, title = {On Wrens}}\n";

/** A content folder, and others beside it that hold sources. */
function withFolders(files: Record<string, string | Uint8Array>) {
	const folder = temporaryContent(files);
	const at = (name: string) => path.join(folder.root, name);
	const kept = () =>
		Object.fromEntries(
			readdirSync(folder.sources)
				.sort()
				.map((name) => [name, readFileSync(path.join(folder.sources, name), "utf8")]),
		);
	const run = (names: string[], options: ImportOptions = {}) =>
		runImport(folder, { sources: sourcesAt(names.map(at)), ...options });
	return { folder, at, kept, run };
}

test("of a folder all files below it are read, but hidden ones and listings.yaml", () => {
	const { at } = withFolders({
		"new/b.bib": "b",
		"new/a/z.ris": "z",
		"new/a/.hidden": "h",
		"new/.git/x.bib": "x",
		"new/a/listings.yaml": "l",
	});
	const { sources, issues } = sourcesAt([at("new")]);
	expect(sources.map(({ file }) => path.relative(at("new"), file))).toEqual(["a/z.ris", "b.bib"]);
	expect(issues).toEqual([]);
});

test("a file that is named twice, or lies in a folder that is named too, is read once; links that lead back end", () => {
	const { at } = withFolders({ "new/a.bib": "a", "new/b.bib": "b" });
	symlinkSync(at("new"), at("new/again"));
	symlinkSync(at("new/a.bib"), at("new/c.bib"));
	const names = [at("new/b.bib"), at("new"), `${at("new")}/../new/b.bib`];
	expect(sourcesAt(names).sources.map(({ listing }) => listing)).toEqual(["b.bib", "a.bib"]);
});

test("a socket in a folder is told, and nobody waits for it", async () => {
	const { folder, at, run } = withFolders({ "new/a.bib": owls });
	const server = createServer().listen(at("new/s"));
	await once(server, "listening");
	onTestFinished(() => void server.close());
	expect(await refusal(folder, () => run(["new"]))).toMatchInlineSnapshot(`
		"content/new/s:1:1 unexpected device or pipe, expected a listing
		    Remove it, or name it on the command line.
		1 problem"
	`);
});

test("a folder in sources/ is told: an entry names its source by the file's name alone", async () => {
	const { folder } = withFolders({ "sources/2026/a.bib": owls });
	expect(
		await refusal(folder, () => runImport(folder, { sources: sourcesOf(folder) })),
	).toMatchInlineSnapshot(`
		"content/sources/2026:1:1 unexpected folder, expected files alone
		    Move the listings in it up one folder.
		1 problem"
	`);
	expect(papersIn(folder)).toEqual({});
});

test("a source from elsewhere is kept in sources/ byte for byte, and the next import follows it", async () => {
	const bytes = `\uFEFF${owls.replace("\n", "\r\n")}`;
	const { folder, kept, run } = withFolders({ "new/refs.bib": bytes });
	const { copies } = await run(["new/refs.bib"]);
	expect(kept()).toEqual({ "refs.bib": bytes });
	expect(copies.map(({ from, to }) => [from, to])).toEqual([
		[`${folder.root}/new/refs.bib`, `${folder.root}/sources/refs.bib`],
	]);
	expect(papersIn(folder)["on-owls.mdx"]).toContain("listing: refs.bib\n");
	expect(ledger((await runImport(folder)).outcomes)).toContain("1 unchanged");
	expect((await run(["new/refs.bib"])).copies).toEqual([]);
	expect(Object.keys(kept())).toEqual(["refs.bib"]);
});

test("sources of one name are several, also where a file system does not tell cases apart, and none replaces another", async () => {
	const { folder, kept, run } = withFolders({
		"sources/x.bib": "% mine\n@misc{m, title = {Mine}}\n",
		"a/x.bib": owls,
		"b/x.bib": wrens,
		"c/X.bib": "@misc{c, title = {On Crows}}\n",
	});
	await run(["a/x.bib", "b/x.bib", "c/X.bib"]);
	expect(kept()).toEqual({
		"x.bib": "% mine\n@misc{m, title = {Mine}}\n",
		"x-2.bib": owls,
		"x-3.bib": wrens,
		"X-4.bib": "@misc{c, title = {On Crows}}\n",
	});
	expect(papersIn(folder)["on-owls.mdx"]).toContain("listing: x-2.bib\n");
	expect(papersIn(folder)["on-wrens.mdx"]).toContain("listing: x-3.bib\n");
	expect(ledger((await runImport(folder)).outcomes)).toContain("1 created + 3 unchanged");
});

test("a newer form of a source takes its place where a person says so, and its entries follow it", async () => {
	const { folder, kept, run } = withFolders({
		"sources/x.bib": owls,
		"a/x.bib": owls.replace("On Owls", "On Old Owls"),
	});
	await runImport(folder);
	const options = { sources: sourcesAt([path.join(folder.root, "a/x.bib")]), replace: true };
	const dry = await runImport(folder, { ...options, dryRun: true });
	expect(dry.copies).toHaveLength(1);
	expect(kept()).toEqual({ "x.bib": owls });
	await runImport(folder, options);
	expect(kept()).toEqual({ "x.bib": owls.replace("On Owls", "On Old Owls") });
	expect((await run(["a/x.bib"])).copies).toEqual([]);
});

test("the standard input is a source with the name that it is given", async () => {
	const { folder, kept } = withFolders({});
	const sources = sourcesAt(["-"], Buffer.from(owls));
	await runImport(folder, { sources, name: "refs.bib" });
	expect(kept()).toEqual({ "refs.bib": owls });
	await runImport(folder, { sources: sourcesAt(["-"], Buffer.from(wrens)) });
	expect(kept()).toEqual({ "refs.bib": owls, stdin: wrens });
	expect(papersIn(folder)["on-wrens.mdx"]).toContain("listing: stdin\n");
});

test("a stray file in a folder is told and passed over: it is not kept, and the rest is imported", async () => {
	const { folder, kept, run } = withFolders({
		"new/README.md": "# Our papers\n",
		"new/owl.png": Buffer.from("89504e470d0a1a0a", "hex"),
		"new/a.bib": owls,
	});
	const { outcomes, strays } = await run(["new"]);
	expect(ledger(outcomes)).toContain("1 created");
	expect(kept()).toEqual({ "a.bib": owls });
	const told = strays.map(({ file, line, message }) => `${file}:${line} ${message.slice(0, 60)}`);
	expect(told.join("\n").replaceAll(folder.root, "content")).toMatchInlineSnapshot(`
		"content/new/README.md:1 unexpected text in which no paper is found, expected a Daily
		content/new/owl.png:1 unexpected byte 89 of a binary file or another encoding, exp"
	`);
});

test("a stray file stops the import where a person names it, and where there is nothing else; a broken listing always does", async () => {
	const { folder, run } = withFolders({
		"new/README.md": "# Our papers\n",
		"new/a.bib": owls,
		"alone/README.md": "# Our papers\n",
		"cut/a.bib": owls,
		"cut/b.json": '[{"id": "a", ',
	});
	expect(await refusal(folder, () => run(["new/README.md", "new/a.bib"]))).toMatch(/1 problem$/);
	expect(await refusal(folder, () => run(["alone"]))).toMatch(/README\.md:1:1 .*\n.*\n1 problem$/);
	expect(await refusal(folder, () => run(["cut"]))).toMatch(/b\.json:1:\d+ .*\n.*\n1 problem$/);
	expect(papersIn(folder)).toEqual({});
});

test("an entry whose source can no longer be read is not without one", async () => {
	const { folder } = withFolders({ "sources/owls": owls, "sources/b.bib": wrens });
	await runImport(folder);
	writeFileSync(path.join(folder.sources, "owls"), "nothing\n");
	const { orphans, strays } = await runImport(folder);
	expect([orphans, strays.length]).toEqual([[], 1]);
});

test("with a problem, and when nothing is to be written, no source is kept", async () => {
	const { folder, run } = withFolders({ "new/a.bib": owls, "new/b.txt": "nothing\n" });
	await refusal(folder, () => run(["new"]));
	await run(["new/a.bib"], { dryRun: true });
	expect(readdirSync(folder.root).sort()).toEqual(["new", "topics.yaml"]);
});

test("a listing may have the name of what every object has", async () => {
	const { folder, kept, run } = withFolders({ "new/constructor": owls, "new/__proto__": wrens });
	await run(["new"]);
	expect(Object.keys(kept())).toHaveLength(2);
	expect(papersIn(folder)["on-wrens.mdx"]).toContain("listing: __proto__\n");
});

test.each([
	["refs.bib", "refs.bib"],
	["..\\..\\x.bib", "-..-x.bib"],
	[".hidden", "hidden"],
	["a\nb\u001b[1m.bib", "a-b-[1m.bib"],
	["...", "listing"],
	["\u202e", "listing"],
	["listings.yaml", "listing.yaml"],
	["Émile 題 (1).bib", "Émile 題 (1).bib"],
])("%j is kept as %j", (wanted, name) => {
	expect(listingName(wanted)).toBe(name);
});
