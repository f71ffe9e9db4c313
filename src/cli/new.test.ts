import { expect, test, vi } from "vitest";
import { serveReplies } from "../../tests/api-server.ts";
import { runImport } from "../import/run.ts";
import { papersIn } from "../import/temporary-content.ts";
import { content, replies, run } from "./new-process.ts";

// Each run is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

test("a paper by its arXiv id: an entry of one's own, which no import changes", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	expect(
		await run(folder, server.url, "https://arxiv.org/abs/2301.00001v2"),
	).toMatchInlineSnapshot(`
		"Wrote content/papers/2301.00001.mdx: “Owls & wrens: a title that is wrapped”
		Next: edit it as you like, check it with npm run check, look at it with npm run dev.
		stderr:
		Looking up arXiv 2301.00001 …
		exit 0"
	`);
	expect(papersIn(folder)).toMatchInlineSnapshot(`
		{
		  "2301.00001.mdx": "---
		title: "Owls & wrens: a title that is wrapped"
		date: 2023-01-01
		authors:
		  - Ada Finch
		  - Émile Rossignol
		venue: J. Owls 3 (2023) 1-9
		topics:
		  - owls
		links:
		  code: https://github.com/owls/wrens
		  arxiv: https://arxiv.org/abs/2301.00001
		  doi: https://doi.org/10.1000/owl
		  pdf: https://arxiv.org/pdf/2301.00001v2
		---

		We show that $x < y$ for owls, and that wrens sing. Code: https://github.com/owls/wrens.
		",
		}
	`);
	expect(server.agents).toEqual(["Offprint (https://example.org/code)"]);
	const before = papersIn(folder);
	await runImport(folder);
	expect(papersIn(folder)).toEqual(before);
});

test("an entry that is there is not overwritten, and nobody is asked", async () => {
	const mine = "---\ntitle: Mine\nlinks:\n  doi: https://doi.org/10.1000/swifts\n---\n";
	const owl = "---\ntitle: Mine\n---\n";
	const folder = content({ "papers/2301.00001.mdx": owl, "papers/swifts.mdx": mine });
	const server = await serveReplies(replies);
	expect(await run(folder, server.url, "2301.00001", "10.1000/swifts")).toMatchInlineSnapshot(`
		"stderr:
		content/papers/2301.00001.mdx is there already, and is left as it is: edit it.
		content/papers/swifts.mdx is there already, and is left as it is: edit it.
		exit 1"
	`);
	const entry = "@article{owl, title={Owls}, eprint={2301.00001}, archiveprefix={arXiv}}";
	expect(await run(folder, server.url, entry)).toContain("is there already");
	expect(papersIn(folder)).toEqual({ "2301.00001.mdx": owl, "swifts.mdx": mine });
	expect(server.requests).toEqual([]);
});

test("what is found is written, and what is not is told", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	expect(
		await run(folder, server.url, "10.1000/swifts", "10.5281/zenodo.1", "2301.99999"),
	).toMatchInlineSnapshot(`
		"Wrote content/papers/10.1000-swifts.mdx: “Swifts sleep on the wing”
		Next: edit it as you like, check it with npm run check, look at it with npm run dev.
		stderr:
		Looking up DOI 10.1000/swifts, DOI 10.5281/zenodo.1, arXiv 2301.99999 …
		DOI 10.5281/zenodo.1: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.5281/zenodo.1, and write content/papers/10.5281-zenodo.1.mdx by hand
		arXiv 2301.99999: arXiv has no paper with this id. Check it at https://arxiv.org/abs/2301.99999
		exit 1"
	`);
	expect(Object.keys(papersIn(folder))).toEqual(["10.1000-swifts.mdx"]);
});

test("an entry of BibTeX", async () => {
	const folder = content();
	const entry = '@article{owl, title={On \\"Owls}, author={Finch, Ada and others}, year=2020}';
	expect(await run(folder, "http://127.0.0.1:9", entry)).toMatchInlineSnapshot(`
		"Wrote content/papers/on-owls.mdx: “On Öwls”
		Next: edit it as you like, check it with npm run check, look at it with npm run dev.
		stderr:
		what was given: 1 paper with more authors than the source names
		exit 0"
	`);
	expect(papersIn(folder)).toMatchInlineSnapshot(`
		{
		  "on-owls.mdx": "---
		title: On Öwls
		date: 2020
		authors:
		  - Ada Finch
		---
		",
		}
	`);
});

test("a title, without a terminal: papers to choose from, and nothing written", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	expect(await run(folder, server.url, "owls and wrens")).toMatchInlineSnapshot(`
		"These papers have such a title. Add the right one with the command below it:
		  “Owls and wrens”, Ada Finch, 2023
		    npm run new -- 2303.00003
		  “Owls & wrens: a title that is wrapped”, Ada Finch, Émile Rossignol, 2023, J. Owls 3 (2023) 1-9
		    npm run new -- 2301.00001
		  “Swifts sleep on the wing”, Ada Finch, Émile Rossignol, 2024, Journal of Swifts
		    npm run new -- 10.1000/swifts
		stderr:
		Searching arXiv and Crossref for this title …
		exit 1"
	`);
	expect(papersIn(folder)).toEqual({});
});

test("as JSON", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	expect(await run(folder, server.url, "--json", "10.1000/swifts")).toMatchInlineSnapshot(`
		"{
		  "version": 1,
		  "command": "new",
		  "dryRun": false,
		  "papers": [
		    {
		      "kind": "created",
		      "file": "content/papers/10.1000-swifts.mdx",
		      "title": "Swifts sleep on the wing",
		      "text": "---\\ntitle: Swifts sleep on the wing\\ndate: 2024-02-29\\nauthors:\\n  - Ada Finch\\n  - Émile Rossignol\\nvenue: Journal of Swifts\\nlanguage: en\\nlinks:\\n  doi: https://doi.org/10.1000/swifts\\n  paper: https://example.org/swifts\\n---\\n\\nFor 10³ hours.\\n"
		    }
		  ],
		  "choices": [],
		  "problems": [],
		  "notes": []
		}
		exit 0"
	`);
	expect(await run(folder, server.url, "--json", "swifts")).toContain(
		'"command": "npm run new -- 10.1000/swifts"',
	);
});

test("a dry run shows the entry and writes nothing", async () => {
	const folder = content();
	const server = await serveReplies(replies);
	expect(await run(folder, server.url, "--dry-run", "10.1000/swifts")).toMatchInlineSnapshot(`
		"content/papers/10.1000-swifts.mdx would be written:
		---
		title: Swifts sleep on the wing
		date: 2024-02-29
		authors:
		  - Ada Finch
		  - Émile Rossignol
		venue: Journal of Swifts
		language: en
		links:
		  doi: https://doi.org/10.1000/swifts
		  paper: https://example.org/swifts
		---

		For 10³ hours.

		Nothing was written.
		stderr:
		Looking up DOI 10.1000/swifts …
		exit 0"
	`);
	expect(papersIn(folder)).toEqual({});
});
