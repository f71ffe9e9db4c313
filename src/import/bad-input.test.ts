import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runImport } from "./run.ts";
import { sourcesAt } from "./sources.ts";
import { listing, papersIn, record, refusal, temporaryContent } from "./temporary-content.ts";

const whole = listing(record("One", "Text."), record("Two", "Text."));

/** The one message with which a source is refused; nothing is written. */
async function refused(source: string | Uint8Array): Promise<string> {
	const folder = temporaryContent({
		"sources/listings.yaml": "a.txt: {listed: 2026-07-01}\n",
		"sources/a.txt": source,
	});
	const message = await refusal(folder, () => runImport(folder));
	expect(papersIn(folder)).toEqual({});
	expect(message).toMatch(
		/^content\/sources\/a\.txt:\d+:\d+ unexpected .*, expected .*\n {4}\S.*\.?\n1 problem$/,
	);
	return message;
}

test("an empty file", async () => {
	expect(await refused("")).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected empty file, expected a listing of papers
		    Copy the text of the page again and save it as plain UTF-8 text.
		1 problem"
	`);
});

test("an empty file of a program", async () => {
	const folder = temporaryContent({ "sources/a.bib": "\n" });
	expect(await refusal(folder, () => runImport(folder))).toMatchInlineSnapshot(`
		"content/sources/a.bib:1:1 unexpected empty file, expected a listing of papers
		    Download or export it again, or delete it.
		1 problem"
	`);
});

test("a file of empty lines", async () => {
	expect(await refused("\n \n\t\n")).toBe(await refused(""));
});

test("a picture", async () => {
	const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex");
	expect(await refused(png)).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected byte 89 of a binary file or another encoding, expected UTF-8 text
		    Copy the text of the page again and save it as plain UTF-8 text.
		1 problem"
	`);
});

test("a listing saved as UTF-16", async () => {
	expect(await refused(Buffer.from(`\uFEFF${whole}`, "utf16le"))).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected text in UTF-16, expected UTF-8 text
		    Save or export the file again as UTF-8.
		1 problem"
	`);
});

test("a listing with a byte order mark", async () => {
	expect(await refused(`\uFEFF${whole}`)).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected byte order mark (EF BB BF), expected plain UTF-8 text
		    Save the file again as UTF-8 without BOM.
		1 problem"
	`);
});

test("a listing with Windows line ends", async () => {
	expect(await refused(whole.replaceAll("\n", "\r\n"))).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:4 unexpected Windows line end (carriage return), expected line feeds alone
		    Save the file with LF line ends (in most editors: line endings, LF; or run \`dos2unix\` on it).
		1 problem"
	`);
});

test("the page itself instead of its text", async () => {
	expect(await refused(`<!DOCTYPE html>\n<html><body>${whole}`)).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected markup of a web page, expected its text
		    Open the page in a browser, select all, copy, and save the text as UTF-8.
		1 problem"
	`);
});

test("some other text", async () => {
	expect(
		await refused("Dear colleagues,\n\nplease find attached the list.\n"),
	).toMatchInlineSnapshot(`
		"content/sources/a.txt:1:1 unexpected text in which no paper is found, expected a Daily Papers page as text, Daily Papers JSON, Crossref JSON, CSL-JSON, Zotero JSON, OpenReview JSON, a saved Daily Papers page, arXiv Atom, arXiv RSS, EndNote XML, Zotero RDF, MODS, RIS, EndNote tagged, BibTeX, a list of arXiv ids and DOIs or CSV or TSV with a header
		    Copy the whole page, from its title to the last paper, and save it as UTF-8 text; or export the papers in one of the formats.
		1 problem"
	`);
});

test("a listing without papers", async () => {
	expect(await refused(listing())).toMatchInlineSnapshot(`
		"content/sources/a.txt:7:1 unexpected end after the page's head, expected papers
		    Copy the page again, from its title to the last paper.
		1 problem"
	`);
});

test("a listing cut after an abstract", async () => {
	expect(await refused(whole.slice(0, whole.lastIndexOf("  • 7")))).toMatchInlineSnapshot(`
		"content/sources/a.txt:21:1 unexpected end of the listing after an abstract, expected its byline
		    Copy the page again, to its end. If this is all of it, add to content/sources/listings.yaml under "a.txt": complete: true
		1 problem"
	`);
});

test("a million lines, in no long time", async () => {
	const started = performance.now();
	expect(
		await refused(whole + "more\n".repeat(1_000_000 - whole.split("\n").length + 1)),
	).toMatchInlineSnapshot(`
		"content/sources/a.txt:500001:1 unexpected 1000000 lines, expected a listing of at most 500000
		    Split the listing into several files, or check that it is one.
		1 problem"
	`);
	expect(performance.now() - started).toBeLessThan(5_000);
});

test("a name that is no file", async () => {
	const folder = temporaryContent({ "sources/a.txt": whole });
	const files = [path.join(folder.sources, "none.txt")];
	expect(
		await refusal(folder, () => runImport(folder, { sources: sourcesAt(files) })),
	).toMatchInlineSnapshot(`
		"content/sources/none.txt:1:1 unexpected failure to read the file (ENOENT: no such file or directory, stat 'content/sources/none.txt'), expected a listing
		    Check the name, and that it is a file that can be read.
		1 problem"
	`);
	expect(papersIn(folder)).toEqual({});
});

const seedName = "000_b91141bbd423acf1.txt";
const seed = readFileSync(path.join("tests/fixtures/listings", seedName));

/** Entries of the seed cut after so many bytes, or `undefined` where it is refused. */
async function importCut(bytes: number): Promise<Record<string, string> | undefined> {
	const folder = temporaryContent({
		"sources/listings.yaml": `${seedName}: {listed: 2026-07-01}\n`,
		[`sources/${seedName}`]: seed.subarray(0, bytes),
	});
	try {
		await runImport(folder);
	} catch (cause) {
		expect((cause as Error).name).toBe("IssuesError");
		expect(papersIn(folder)).toEqual({});
		return undefined;
	}
	return papersIn(folder);
}

const all = async () => (await importCut(seed.length)) ?? {};
const cuts = Array.from({ length: Math.floor(seed.length / 400) }, (_, at) => (at + 1) * 400);

test("the seed cut anywhere is refused, or ends after a whole byline", {
	timeout: 60_000,
}, async () => {
	const entries = await all();
	for (const cut of cuts) {
		const imported = await importCut(cut);
		if (!imported) continue;
		expect(seed.subarray(0, cut).toString()).toMatch(
			/·\n[A-Z][a-z]{2} \d{1,2}(, \d{4})?( \d+)?\s*$/,
		);
		for (const [name, text] of Object.entries(imported)) expect(text).toBe(entries[name]);
	}
});

/** Where the bylines of the seed end: at a line end that an empty line or the end of the file follows. */
const bylineEnds = [...seed.toString("latin1").matchAll(/\n\u00C2\u00B7\n[^\n]+/g)].map(
	({ index, 0: text }) => ({ date: index + 4, end: index + text.length }),
);

test("the seed cut in and around each byline", { timeout: 60_000 }, async () => {
	const entries = await all();
	expect(bylineEnds).toHaveLength(34);
	for (const { date, end } of bylineEnds.filter((_, at) => at % 4 === 0)) {
		for (let cut = date - 14; cut <= date + 4; cut++) expect(await importCut(cut)).toBeUndefined();
		// A date can be cut where what is left is a date too: the lines above it are whole all the same.
		for (let cut = date + 5; cut <= end + 2; cut++) {
			for (const [name, text] of Object.entries((await importCut(cut)) ?? {})) {
				const same = (entry = "") => entry.replace(/^(date|commentCount| {2}digests): .*\n/gm, "");
				expect(same(text)).toBe(same(entries[name]));
				if (cut >= end) expect(text).toBe(entries[name]);
			}
		}
	}
});
