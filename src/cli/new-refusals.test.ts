import { expect, test, vi } from "vitest";
import { serveReplies } from "../../tests/api-server.ts";
import { papersIn } from "../import/temporary-content.ts";
import { content, run } from "./new-process.ts";

// Each run is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

test("other things that may be given, and what then is said", async () => {
	const folder = content();
	const server = await serveReplies((asked) => ({
		file: asked.startsWith("/api/") ? "arxiv-none.xml" : "crossref-untitled.json",
	}));
	const given = [
		"",
		"https://openreview.net/forum?id=a_b-c",
		"https://example.org/x",
		"../../x",
		"{broken",
	];
	const said = [];
	for (const one of given)
		said.push(`${one}: ${await run(folder, server.url, ...[one].filter(Boolean))}`);
	expect(said.join("\n")).toMatchInlineSnapshot(`
		": stderr:
		unexpected end, expected a paper: npm run new -- 2301.00001 (or a DOI, an address, a title)
		exit 2
		https://openreview.net/forum?id=a_b-c: stderr:
		OpenReview lets only browsers look papers up. Open https://api2.openreview.net/notes?id=a_b-c in one, save what it shows in content/sources/, and run npm run import
		exit 1
		https://example.org/x: stderr:
		Only addresses of arxiv.org and doi.org can be looked up. Give the paper's DOI, its arXiv id, or its title
		exit 1
		../../x: stderr:
		Searching arXiv and Crossref for this title …
		Neither arXiv nor Crossref has a paper with such a title. Check its words, or write the entry by hand (README, “One paper by hand”)
		exit 1
		{broken: stderr:
		what was given:1:1 unexpected text in which no paper is found, expected a Daily Papers page as text, Daily Papers JSON, Crossref JSON, CSL-JSON, Zotero JSON, OpenReview JSON, a saved Daily Papers page, arXiv Atom, arXiv RSS, EndNote XML, Zotero RDF, MODS, RIS, EndNote tagged, BibTeX, a list of arXiv ids and DOIs or CSV or TSV with a header
		exit 1"
	`);
	expect(papersIn(folder)).toEqual({});
});

test("with a problem in topics.yaml nothing is written", async () => {
	const folder = content({ "topics.yaml": "- id: owls\n" });
	const said = await run(folder, "http://127.0.0.1:9", "@misc{a, title={A}}");
	expect(said).toMatch(
		/^stderr:\ncontent\/topics\.yaml:1:[\s\S]* problems\nNothing was written\.\nexit 1$/,
	);
	expect(papersIn(folder)).toEqual({});
});

test("hostile answers: the terminal and the shell are safe, the id is no path", async () => {
	const folder = content();
	const title = "Owls \u001b[2J\u202e $(reboot)";
	const work = { DOI: "10.1000/a$(reboot)'`x`", title: [title], type: "article" };
	const server = await serveReplies((asked) =>
		asked.startsWith("/works?")
			? {
					body: JSON.stringify({
						message: { items: [work, { ...work, DOI: "../../x", title: ["Path"] }] },
					}),
				}
			: { file: "arxiv-none.xml" },
	);
	expect(await run(folder, server.url, "owls")).toMatchInlineSnapshot(`
		"These papers have such a title. Add the right one with the command below it:
		  “Owls \\u001b[2J\\u202e $(reboot)”
		    npm run new -- '10.1000/a$(reboot)'\\''\`x\`'
		stderr:
		Searching arXiv and Crossref for this title …
		exit 1"
	`);
});
