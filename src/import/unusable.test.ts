import { expect, test } from "vitest";
import { runImport } from "./run.ts";
import { papersIn, temporaryContent } from "./temporary-content.ts";

/** What an import says of the values that it cannot use, and how many entries it makes. */
async function told(name: string, source: string) {
	const folder = temporaryContent({ [`sources/${name}`]: source });
	const { unusable } = await runImport(folder);
	const entries = Object.keys(papersIn(folder)).length;
	const lines = unusable.map(({ file, line, message }) => `${file}:${line}:1 ${message}`);
	return { entries, lines: lines.join("\n").replaceAll(folder.root, "content") };
}

const bib = `
@misc{owls,
  title = {On Owls}, doi = {bogus}, url = {ftp://example.org/owls}, date = {3/4/2024},
  language = {Owlish and others}, eprint = {none yet}, archiveprefix = {arXiv}
}
@misc{wrens, title = {On Wrens}, year = {in press}, url = {javascript:alert(1)}}
@misc{crows, title = {On Crows}, year = {2024}, doi = {10.1000/crows}, langid = {ngerman},
  howpublished = {In print, see \\url{https://example.org/crows}}, eprint = {JSTOR 12}}
`;

test("each value of BibTeX that cannot be used is told, and its paper imported without it", async () => {
	const { entries, lines } = await told("a.bib", bib);
	expect(entries).toBe(3);
	expect(lines).toMatchInlineSnapshot(`
		"content/sources/a.bib:2:1 unexpected DOI "bogus" of “On Owls”, expected one such as 10.1000/owls
		content/sources/a.bib:2:1 unexpected arXiv id "none yet" of “On Owls”, expected one such as 2301.00001
		content/sources/a.bib:2:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		content/sources/a.bib:2:1 unexpected language "Owlish and others" of “On Owls”, expected one such as en, pt-BR or german
		content/sources/a.bib:2:1 unexpected address "ftp://example.org/owls" of “On Owls”, expected one that begins with https:// or http://
		content/sources/a.bib:6:1 unexpected date "in press" of “On Wrens”, expected one such as 2024-05-31, 2024-05 or 2024
		content/sources/a.bib:6:1 unexpected address "javascript:alert(1)" of “On Wrens”, expected one that begins with https:// or http://"
	`);
});

const json = (item: object) =>
	JSON.stringify([{ id: "a", type: "book", title: "On Owls", ...item }]);

const formats: [format: string, source: string][] = [
	[
		"CSL-JSON",
		json({ DOI: "n/a", URL: "owls.html", language: "constructor", issued: { raw: "3/4/2024" } }),
	],
	["RIS", "TY  - JOUR\nTI  - On Owls\nDO  - n/a\nDA  - 3/4/2024\nL1  - file:///a.pdf\nER  - \n"],
	["CSV", "Title,DOI,Date,ArXiv,URL\nOn Owls,n/a,3/4/2024,12,www.example.org\n"],
	[
		"EndNote tagged",
		"%0 Book\n%T On Owls\n%R n/a\n%8 3/4/2024\n%D 2024\n%U internal-pdf://a.pdf\n",
	],
	[
		"Zotero JSON",
		JSON.stringify([
			{ itemType: "book", creators: [], title: "On Owls", date: "3/4/2024", url: "a b" },
		]),
	],
	[
		"MODS",
		`<mods><titleInfo><title>On Owls</title></titleInfo><originInfo><dateIssued>3/4/2024</dateIssued></originInfo><identifier type="doi">n/a</identifier></mods>`,
	],
	[
		"Daily Papers JSON",
		JSON.stringify([
			{
				id: "2301.00001",
				title: "On Owls",
				summary: "",
				authors: [],
				projectPage: "data:a",
				publishedAt: "3/4/2024",
			},
		]),
	],
];

test("what cannot be used is told in every format", async () => {
	const all: string[] = [];
	for (const [format, source] of formats) {
		const { entries, lines } = await told("a", source);
		expect(entries).toBe(1);
		all.push(format, lines.replaceAll("content/sources/a:", "  "));
	}
	expect(all.join("\n")).toMatchInlineSnapshot(`
		"CSL-JSON
		  1:1 unexpected DOI "n/a" of “On Owls”, expected one such as 10.1000/owls
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  1:1 unexpected language "constructor" of “On Owls”, expected one such as en, pt-BR or german
		  1:1 unexpected address "owls.html" of “On Owls”, expected one that begins with https:// or http://
		RIS
		  1:1 unexpected DOI "n/a" of “On Owls”, expected one such as 10.1000/owls
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  1:1 unexpected address "file:///a.pdf" of “On Owls”, expected one that begins with https:// or http://
		CSV
		  2:1 unexpected DOI "n/a" of “On Owls”, expected one such as 10.1000/owls
		  2:1 unexpected arXiv id "12" of “On Owls”, expected one such as 2301.00001
		  2:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  2:1 unexpected address "www.example.org" of “On Owls”, expected one that begins with https:// or http://
		EndNote tagged
		  1:1 unexpected DOI "n/a" of “On Owls”, expected one such as 10.1000/owls
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  1:1 unexpected address "internal-pdf://a.pdf" of “On Owls”, expected one that begins with https:// or http://
		Zotero JSON
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  1:1 unexpected address "a b" of “On Owls”, expected one that begins with https:// or http://
		MODS
		  1:1 unexpected DOI "n/a" of “On Owls”, expected one such as 10.1000/owls
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		Daily Papers JSON
		  1:1 unexpected date "3/4/2024" of “On Owls”, expected one such as 2024-05-31, 2024-05 or 2024
		  1:1 unexpected address "data:a" of “On Owls”, expected one that begins with https:// or http://"
	`);
});

test("values that are used, or are none, are not told", async () => {
	const sound = [
		json({ DOI: "https://doi.org/10.1000/a", language: "en_US", issued: { raw: "May 2024" } }),
		json({ DOI: "10.48550/arXiv.2301.00001", issued: { "date-parts": [[null]] }, URL: " " }),
		json({ URL: "https://a.org (seen in May)", issued: { "date-parts": [["2024", "5"]] } }),
		"TY  - JOUR\nTI  - On Owls\nPY  - 2021/05//\nN1  - no doi is known\nER  - \n",
		"%0 Book\n%T On Owls\n%8 Sep 15\n%D 2024\n",
		"@misc{a, title = {On Owls}, date = {1850~}, howpublished = {Online}, doi = {}}",
	];
	for (const source of sound) expect((await told("a", source)).lines).toBe("");
});
