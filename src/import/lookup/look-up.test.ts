import { expect, test } from "vitest";
import { answer, type Reply, serveReplies } from "../../../tests/api-server.ts";
import { always, lookedUp } from "../../../tests/looked-up.ts";
import { readEntry } from "../../entry/read.ts";
import { proposeEntry } from "../entry-of.ts";

test("ids that are answered in another order", async () => {
	const server = await always({ file: "arxiv-in-another-order.xml" });
	const { lines, found } = await lookedUp(server.url, [
		"2301.00001v1",
		"https://arxiv.org/abs/math/0309136",
		"2301.00009",
	]);
	expect(server.requests).toEqual([
		"/api/query?id_list=2301.00001,math/0309136,2301.00009&max_results=3",
	]);
	expect(lines.sort()).toMatchInlineSnapshot(`
		[
		  "arxiv:2301.00001: “Owls & wrens: a title that is wrapped”",
		  "arxiv:2301.00009: arXiv has no paper with this id. Check it at https://arxiv.org/abs/2301.00009",
		  "arxiv:math/0309136: “An old id”",
		]
	`);
	expect(found.get("arxiv:2301.00001")).toMatchInlineSnapshot(`
		{
		  "note": undefined,
		  "paper": {
		    "abstract": {
		      "column": 1,
		      "line": 2,
		      "text": "We show that $x < y$ for owls,
		and that wrens sing. Code: https://github.com/owls/wrens.",
		    },
		    "arxiv": "2301.00001",
		    "authors": [
		      "Ada Finch",
		      "Émile Rossignol",
		    ],
		    "date": "2023-01-01",
		    "doi": "10.1000/owl",
		    "links": {
		      "arxiv": "https://arxiv.org/abs/2301.00001",
		      "doi": "https://doi.org/10.1000/owl",
		      "pdf": "https://arxiv.org/pdf/2301.00001v2",
		    },
		    "sound": true,
		    "title": {
		      "column": 1,
		      "line": 2,
		      "text": "Owls & wrens: a title that is wrapped",
		    },
		    "venue": "J. Owls 3 (2023) 1-9",
		  },
		}
	`);
});

test("a DOI, and a DOI of arXiv's, which is asked for there", async () => {
	const server = await serveReplies((asked) =>
		asked === "/works/10.1000/swifts"
			? { file: "crossref-work.json" }
			: (asked.startsWith("/api/") && { file: "arxiv-one.xml" }) || undefined,
	);
	const { lines } = await lookedUp(server.url, [
		"https://doi.org/10.1000/Swifts",
		"10.48550/arXiv.2301.00001",
		"doi:10.5281/zenodo.1",
	]);
	expect(server.requests).toEqual([
		"/api/query?id_list=2301.00001&max_results=1",
		"/works/10.1000/swifts",
		"/works/10.5281/zenodo.1",
	]);
	expect(lines.sort()).toMatchInlineSnapshot(`
		[
		  "arxiv:2301.00001: “Owls & wrens: a title that is wrapped”",
		  "doi:10.1000/swifts: “Swifts sleep on the wing”",
		  "doi:10.5281/zenodo.1: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.5281/zenodo.1, and write content/papers/10.5281-zenodo.1.mdx by hand",
		]
	`);
});

test("a paper that is withdrawn is taken, and it is said", async () => {
	const server = await always({ file: "arxiv-withdrawn.xml" });
	expect((await lookedUp(server.url, ["2302.00002"])).lines).toMatchInlineSnapshot(`
		[
		  "arxiv:2302.00002: “Owls do not fly” – arXiv 2302.00002 has been withdrawn: its abstract may say why",
		]
	`);
});

test("an id that arXiv refuses does not take the others with it", async () => {
	for (const status of [200, 400]) {
		const server = await serveReplies((asked) =>
			asked.includes("2399.00001")
				? { status, file: "arxiv-error.xml" }
				: { file: "arxiv-one.xml" },
		);
		const { lines } = await lookedUp(server.url, ["2301.00001", "2399.00001"]);
		expect(lines.sort()).toEqual([
			"arxiv:2301.00001: “Owls & wrens: a title that is wrapped”",
			"arxiv:2399.00001: arXiv has no paper with this id. Check it at https://arxiv.org/abs/2399.00001",
		]);
		expect(server.requests).toHaveLength(2);
	}
});

test("where arXiv refuses a question without saying why, the wrong id is found by halves", async () => {
	const server = await serveReplies((asked) =>
		asked.includes("2399.00001")
			? { status: 400, body: "Bad request" }
			: { file: "arxiv-in-another-order.xml" },
	);
	const { lines } = await lookedUp(server.url, ["2301.00001", "2399.00001", "math/0309136"]);
	expect(lines.filter((line) => line.includes("no paper"))).toHaveLength(1);
	expect(lines).toHaveLength(3);
});

test("250 ids are asked for in three requests, 3 s apart", async () => {
	const server = await always({ file: "arxiv-none.xml" });
	const ids = Array.from({ length: 250 }, (_, at) => `2301.${String(at).padStart(5, "0")}`);
	const { lines, clock } = await lookedUp(server.url, ids);
	expect(lines).toHaveLength(250);
	expect(server.requests).toHaveLength(3);
	expect(clock.waits).toEqual([3000, 3000]);
});

test("other things that Crossref may say", async () => {
	const replies: Record<string, Reply> = {
		"10.1000/another": { file: "crossref-work.json" },
		"10.1000/untitled": { file: "crossref-untitled.json" },
		"10.1000/page": { file: "web-page.html" },
		"10.1000/cut": { body: answer("crossref-work.json").slice(0, 300) },
		"10.1000/list": { body: "[]" },
		"10.1000/prototype": { body: '{"message": {"__proto__": {"DOI": "10.1000/prototype"}}}' },
		"10.1000/bad": { status: 400, body: '{"status":"failed","message":[]}' },
		"10.1000/../../x": {},
	};
	const server = await serveReplies((asked) => replies[asked.slice("/works/".length)]);
	const { lines } = await lookedUp(server.url, Object.keys(replies));
	expect(lines.join("\n")).toMatchInlineSnapshot(`
		"doi:10.1000/another: Crossref answered with another DOI (10.1000/Swifts)
		doi:10.1000/untitled: Crossref's record cannot be read (no title)
		doi:10.1000/page: Crossref answered with a web page. Try again later, or write content/papers/10.1000-page.mdx by hand
		doi:10.1000/cut: Crossref answered with a text that is no work. Try again later, or write content/papers/10.1000-cut.mdx by hand
		doi:10.1000/list: Crossref answered with a text that is no work. Try again later, or write content/papers/10.1000-list.mdx by hand
		doi:10.1000/prototype: Crossref answered with a text that is no work. Try again later, or write content/papers/10.1000-prototype.mdx by hand
		doi:10.1000/bad: Crossref does not know this DOI: it is mistyped, or registered elsewhere (DataCite, for data and software). Check it at https://doi.org/10.1000/bad, and write content/papers/10.1000-bad.mdx by hand
		doi:10.1000/../../x: Crossref answered with a text that is no work. Try again later, or write content/papers/10.1000-x.mdx by hand"
	`);
	expect(server.requests).toContain("/works/10.1000/../../x");
});

test("the services learn who asks, and a mail address only where one was set", async () => {
	const server = await always({ file: "arxiv-one.xml" });
	const repository = "https://example.org/öwls";
	await lookedUp(server.url, ["2301.00001"], { repository });
	await lookedUp(server.url, ["2301.00001"], { repository, mail: "owl@example.org" });
	await lookedUp(server.url, ["2301.00001"], { mail: "no address\r\nX-Evil: 1" });
	expect(server.agents).toEqual([
		"Offprint (https://example.org/%C3%B6wls)",
		"Offprint (https://example.org/%C3%B6wls; mailto:owl@example.org)",
		"Offprint",
	]);
});

test("hostile answers become plain text, or nothing", async () => {
	const server = await serveReplies((asked) => ({
		file: asked.startsWith("/api/") ? "arxiv-hostile.xml" : "crossref-hostile.json",
	}));
	const { found } = await lookedUp(server.url, ["2301.00001", "10.1000/hostile"]);
	const entries = [...found.values()].map((result) => {
		if (!("paper" in result)) throw new Error(result.reason);
		const entry = proposeEntry(result.paper, { listing: "a", listed: undefined }, () => []);
		const { issues } = readEntry(`${entry.id}.mdx`, entry.text);
		return [`${entry.id}.mdx`, entry.text, ...issues.map(({ message }) => message)].join("\n");
	});
	expect(entries.join("\n")).toMatchInlineSnapshot(`
		"2301.00001.mdx
		---
		title: Owls <script>alert(1)</script>
		date: 2023-01-01
		authors:
		  - <b>Eve</b>
		links:
		  arxiv: https://arxiv.org/abs/2301.00001
		source:
		  listing: a
		  digests: {title: 03bbddd913, date: 00f386c3c7, authors: 6193fdd8cf, links.arxiv: f2cc1b4b81, abstract: 9a28e83cac}
		---

		See \\<img src=x onerror=alert(1)> \\{process.exit()} and \\$\\def\\a\\{\\a\\a}\\a\\$ at javascript:alert(1).

		&#x69;mport x from 'y'

		10.1000-hostile.mdx
		---
		title: <script>alert(1)</script> x defaaaa
		date: 2024-02-29
		authors:
		  - Ada Finch
		  - Émile Rossignol
		venue: Journal of Swifts
		language: en
		links:
		  doi: https://doi.org/10.1000/hostile
		source:
		  listing: a
		  digests: {title: 4c72abcdd6, date: 25983d6c7d, authors: 9e503ab240, venue: 9bc62c4e13, language: 50eac10e79, links.doi: 6468733b06, abstract: 7ccd875fb8}
		---

		See this \\<iframe src=x> y
		"
	`);
});
