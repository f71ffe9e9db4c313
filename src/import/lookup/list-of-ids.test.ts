import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { answer, type Reply, serveReplies } from "../../../tests/api-server.ts";
import { fakeClock } from "../../../tests/fake-clock.ts";
import type { ContentFolder } from "../../entry/folder.ts";
import { detectFormat } from "../detect.ts";
import { ledger, rejectionLines } from "../ledger.ts";
import { runImport } from "../run.ts";
import { papersIn, temporaryContent } from "../temporary-content.ts";
import { services } from "./client.ts";
import { lookUpAt } from "./look-up.ts";

const list = "2301.00001\n10.1000/swifts\n10.1000/none\n";
/** Lists of ids are a format of their own: what is told here begins with it. */
const listsAreRead = "format" in detectFormat("ids.txt", list);

const replies = (asked: string): Reply | undefined => {
	if (asked === "/works/10.1000/swifts") return { file: "crossref-work.json" };
	return asked.includes("2301.00001") ? { file: "arxiv-one.xml" } : undefined;
};

/**
 * Imports with what a server answers, with nothing kept of it unless a clock and a folder say
 * so. The time that politeness takes is not waited for.
 */
async function imported(
	folder: ContentFolder,
	url: string,
	refresh = false,
	{ clock = fakeClock(), cache = path.join(folder.root, `.cache-${randomUUID()}`) } = {},
) {
	const at = services({ arxiv: url, crossref: url, clock, cache });
	const lookUp = lookUpAt(at, refresh ? "refresh" : "once");
	const { outcomes, notes } = await runImport(folder, { lookUp, refresh });
	return [...notes, ...rejectionLines(outcomes), ledger(outcomes)]
		.join("\n")
		.replaceAll(folder.root, "content");
}

/** The address of services that cannot be reached. */
const nowhere = async () => (await serveReplies(() => ({ cut: "before" }))).url;

describe.skipIf(!listsAreRead)("a list of ids", () => {
	test("becomes entries, and a re-import without network changes nothing", async () => {
		const folder = temporaryContent({ "sources/ids.txt": list });
		const server = await serveReplies(replies);
		expect(await imported(folder, server.url)).toMatchInlineSnapshot(`
			"content/sources/ids.txt:3:1 rejected “DOI 10.1000/none”: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.1000/none, and write content/papers/10.1000-none.mdx by hand
			3 records read = 2 created + 0 unchanged + 0 kept (edited) + 1 rejected"
		`);
		const before = papersIn(folder);
		expect(Object.keys(before)).toEqual(["10.1000-swifts.mdx", "2301.00001.mdx"]);
		expect(before["2301.00001.mdx"]).toMatchInlineSnapshot(`
			"---
			title: "Owls & wrens: a title that is wrapped"
			date: 2023-01-01
			authors:
			  - Ada Finch
			  - Émile Rossignol
			venue: J. Owls 3 (2023) 1-9
			links:
			  code: https://github.com/owls/wrens
			  arxiv: https://arxiv.org/abs/2301.00001
			  doi: https://doi.org/10.1000/owl
			  pdf: https://arxiv.org/pdf/2301.00001v2
			source:
			  listing: ids.txt
			  digests: {title: 5e35a5efc0, date: 00f386c3c7, authors: 9e503ab240, venue: 909f4c748b, links.code: 2acb77c849, links.arxiv: f2cc1b4b81, links.doi: aaeb45dcbd, links.pdf: e2c481a2d9, abstract: ec853da35d}
			---

			We show that $x < y$ for owls, and that wrens sing. Code: https://github.com/owls/wrens.
			"
		`);
		expect(await imported(folder, await nowhere())).toMatchInlineSnapshot(`
			"1 paper could not be looked up now. Nothing is lost: the next npm run import asks again
			content/sources/ids.txt:3:1 rejected “DOI 10.1000/none”: Crossref could not be reached (the connection was cut). Try again later, or write content/papers/10.1000-none.mdx by hand
			3 records read = 0 created + 2 unchanged + 0 kept (edited) + 1 rejected"
		`);
		expect(papersIn(folder)).toEqual(before);
	});

	test("nobody is asked for papers that have an entry, under whatever name", async () => {
		const folder = temporaryContent({
			"sources/ids.txt": "2301.00001\n10.1000/swifts\nmath/0309136\n",
			"papers/2301.00001.mdx": "---\ntitle: Mine\n---\n",
			"papers/sleep/swifts.mdx":
				"---\ntitle: Mine\nlinks: {doi: 'https://doi.org/10.1000/Swifts'}\n---\n",
			"papers/old.mdx": "---\ntitle: Mine\naliases:\n  - math-0309136\n---\n",
		});
		const server = await serveReplies(replies);
		expect(await imported(folder, server.url)).toBe(
			"3 records read = 0 created + 3 unchanged + 0 kept (edited) + 0 rejected",
		);
		expect(server.requests).toEqual([]);
	});

	test("a paper that another source holds, or the list names twice, is not looked up", async () => {
		const folder = temporaryContent({
			"sources/ids.txt": "2301.00001\n10.1000/swifts\n10.1000/Swifts\n",
			"sources/works.json": answer("crossref-work.json"),
			"sources/z.txt": "2301.00001\n10.1000/swifts\n",
		});
		const server = await serveReplies(replies);
		const first = await imported(folder, server.url);
		expect(first).toMatchInlineSnapshot(`
			"content/sources/ids.txt:2:1 rejected “DOI 10.1000/swifts”: is the paper at content/sources/works.json:1
			content/sources/ids.txt:3:1 rejected “DOI 10.1000/swifts”: is the paper at content/sources/works.json:1
			content/sources/z.txt:1:1 rejected “arXiv 2301.00001”: is the paper at content/sources/ids.txt:1
			content/sources/z.txt:2:1 rejected “DOI 10.1000/swifts”: is the paper at content/sources/works.json:1
			6 records read = 2 created + 0 unchanged + 0 kept (edited) + 4 rejected"
		`);
		expect(server.requests).toHaveLength(1);
		expect(await imported(folder, await nowhere())).toBe(
			first.replace("2 created + 0 unchanged", "0 created + 2 unchanged"),
		);
	});

	test("without network the other sources are imported, and the list keeps the rest", async () => {
		const folder = temporaryContent({
			"sources/ids.txt": list,
			"sources/works.json": answer("crossref-search.json"),
		});
		expect(await imported(folder, await nowhere())).toMatchInlineSnapshot(`
			"2 papers could not be looked up now. Nothing is lost: the next npm run import asks again
			content/sources/ids.txt:1:1 rejected “arXiv 2301.00001”: arXiv could not be reached (the connection was cut). Try again later, or write content/papers/2301.00001.mdx by hand
			content/sources/ids.txt:2:1 rejected “DOI 10.1000/swifts”: is the paper at content/sources/works.json:1
			content/sources/ids.txt:3:1 rejected “DOI 10.1000/none”: Crossref could not be reached (the connection was cut). Try again later, or write content/papers/10.1000-none.mdx by hand
			5 records read = 2 created + 0 unchanged + 0 kept (edited) + 3 rejected"
		`);
		expect(Object.keys(papersIn(folder))).toEqual(["10.1000-owls.mdx", "10.1000-swifts.mdx"]);
		const server = await serveReplies(replies);
		expect(await imported(folder, server.url)).toContain("1 created + 2 unchanged");
	});

	test("nobody is asked a second time for what was not found, however long ago, but by --refresh", async () => {
		const folder = temporaryContent({ "sources/ids.txt": "2301.99999\n10.1000/none\n" });
		const server = await serveReplies((asked) =>
			asked.startsWith("/api/") ? { file: "arxiv-none.xml" } : undefined,
		);
		const kept = { clock: fakeClock(), cache: path.join(folder.root, ".cache") };
		const first = await imported(folder, server.url, false, kept);
		expect(server.requests).toHaveLength(2);
		await kept.clock.sleep(400 * 24 * 60 * 60 * 1000);
		const again = await imported(folder, server.url, false, kept);
		expect(server.requests).toHaveLength(2);
		expect(first).not.toContain("--refresh");
		expect(again).toMatchInlineSnapshot(`
			"content/sources/ids.txt:1:1 rejected “arXiv 2301.99999”: arXiv has no paper with this id. Check it at https://arxiv.org/abs/2301.99999. npm run import -- --refresh asks again
			content/sources/ids.txt:2:1 rejected “DOI 10.1000/none”: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.1000/none, and write content/papers/10.1000-none.mdx by hand. npm run import -- --refresh asks again
			2 records read = 0 created + 0 unchanged + 0 kept (edited) + 2 rejected"
		`);
		expect(await imported(folder, server.url, true, kept)).toBe(first);
		expect(server.requests).toHaveLength(4);
		const found = await serveReplies(() => ({ file: "crossref-work.json" }));
		writeFileSync(path.join(folder.sources, "ids.txt"), "10.1000/swifts\n");
		expect(await imported(folder, found.url, false, kept)).toContain("1 created");
	});

	test("--refresh asks again: an entry that nobody edited follows, and what a person wrote stays", async () => {
		const folder = temporaryContent({ "sources/ids.txt": list });
		const server = await serveReplies(replies);
		await imported(folder, server.url);
		const edited = path.join(folder.papers, "10.1000-swifts.mdx");
		const text = readFileSync(edited, "utf8");
		writeFileSync(edited, `${text.replace(/^title: .*$/m, "title: Mine")}\n## Notes\n\nMine.\n`);
		const changed = await serveReplies((asked) =>
			asked.startsWith("/api/")
				? { body: answer("arxiv-one.xml").replace("wrens sing", "wrens shout") }
				: replies(asked),
		);
		expect(await imported(folder, changed.url, true)).toMatch(
			/0 created \+ 1 updated \+ 0 unchanged \+ 1 kept \(edited\) \+ 1 rejected$/,
		);
		expect(papersIn(folder)["2301.00001.mdx"]).toContain("wrens shout");
		expect(papersIn(folder)["10.1000-swifts.mdx"]).toContain("Mine.");
	});

	test("--refresh without network leaves entries as they are and says so", async () => {
		const folder = temporaryContent({ "sources/ids.txt": "2301.00001\n" });
		const server = await serveReplies(replies);
		await imported(folder, server.url);
		const before = papersIn(folder);
		expect(await imported(folder, await nowhere(), true)).toMatchInlineSnapshot(`
			"content/sources/ids.txt:1: content/papers/2301.00001.mdx is not brought up to date: arXiv could not be reached (the connection was cut). Try again later, or write content/papers/2301.00001.mdx by hand
			1 record read = 0 created + 1 unchanged + 0 kept (edited) + 0 rejected"
		`);
		expect(papersIn(folder)).toEqual(before);
	});

	test("--refresh writes no second entry beside one that was renamed", async () => {
		const folder = temporaryContent({ "sources/ids.txt": "2301.00001\n" });
		const server = await serveReplies(replies);
		await imported(folder, server.url);
		const at = (name: string) => path.join(folder.papers, name);
		renameSync(at("2301.00001.mdx"), at("owls.mdx"));
		expect(await imported(folder, server.url, true)).toContain("0 created + 1 unchanged");
		expect(Object.keys(papersIn(folder))).toEqual(["owls.mdx"]);
	});
});
