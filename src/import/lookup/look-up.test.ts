import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { answer, type Reply, serveReplies } from "../../../tests/api-server.ts";
import { fakeClock } from "../../../tests/fake-clock.ts";
import { readEntry } from "../../entry/read.ts";
import { proposeEntry } from "../entry-of.ts";
import { type ClientOptions, services } from "./client.ts";
import { type Identifier, identifierIn } from "./identifiers.ts";
import { lookUpAt } from "./look-up.ts";
import { searchTitle } from "./search.ts";

function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "look-up-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

interface Setting extends ClientOptions {
	clock: ReturnType<typeof fakeClock>;
	cache: string;
}

/** Looks words up at a server, and tells what came of each in a line. */
async function lookedUp(url: string, words: string[], options: Partial<Setting> = {}) {
	const setting = { clock: fakeClock(), cache: temporaryFolder(), timeout: 500, ...options };
	const at = services({ arxiv: url, crossref: url, ...setting });
	const wanted = words.map((word) => identifierIn(word) as Identifier);
	const found = await lookUpAt(at)(wanted);
	const lines = [...found].map(([key, result]) =>
		"paper" in result
			? [`${key}: “${result.paper.title.text}”`, result.note].filter(Boolean).join(" – ")
			: `${key}: ${result.reason}`,
	);
	return { lines: lines.map((line) => line.replaceAll(url, "<url>")), found, ...setting };
}

/** A server that gives these replies to whatever is asked. */
const always = (...replies: Reply[]) => serveReplies(() => replies);

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

const troubles: [string, Reply][] = [
	["a server that is down", { status: 503, headers: { "retry-after": "7" } }],
	["too many requests", { status: 429, headers: { "retry-after": "20" } }],
	[
		"too many requests, until a date",
		{ status: 429, headers: { "retry-after": "Mon, 04 May 2026 00:00:30 GMT" } },
	],
	["too many requests, for an hour", { status: 429, headers: { "retry-after": "3600" } }],
	["a connection that is cut", { cut: "before" }],
	["a connection that is cut midway", { file: "arxiv-one.xml", cut: "midway" }],
	["no answer in time", { file: "arxiv-one.xml", late: 900 }],
	["a feed that was cut", { body: answer("arxiv-one.xml").slice(0, 1500) }],
	["a web page", { file: "web-page.html", headers: { "content-type": "text/html" } }],
	["an empty answer", { body: "" }],
	["an empty page of a feed", { file: "arxiv-empty-page.xml" }],
	[
		"a feed with entities",
		{ body: answer("arxiv-one.xml").replace("<feed", '<!DOCTYPE feed [<!ENTITY a "b">]>\n<feed') },
	],
	["an answer without end", { body: Buffer.alloc(5 * 1024 * 1024, "<entry>") }],
	[
		"a way to another host",
		{ status: 302, headers: { location: "http://169.254.169.254/latest" } },
	],
	["a circle", { status: 301, headers: { location: "/api/query?again" } }],
	["no right to ask", { status: 403 }],
];

test("whatever goes wrong, it is said what and what to do, and how often it was tried", async () => {
	const told = troubles.map(async ([name, reply]) => {
		const server = await always(reply);
		const { lines, clock } = await lookedUp(server.url, ["2301.00001"], { timeout: 400 });
		const [line = ""] = lines;
		expect(line).toMatch(/\. Try again later, or write content\/papers\/2301\.00001\.mdx by hand$/);
		const tries = `requests: ${server.requests.length}, waits: ${clock.waits.join(" ")}`;
		return `${name}: ${line.slice("arxiv:2301.00001: ".length).replace(/\. Try .*/, "")} (${tries})`;
	});
	expect((await Promise.all(told)).join("\n")).toMatchInlineSnapshot(`
		"a server that is down: arXiv answered 503 (requests: 3, waits: 7000 2000 1000)
		too many requests: arXiv answered 429 (requests: 3, waits: 20000 20000)
		too many requests, until a date: arXiv answered 429 (requests: 3, waits: 30000 0 3000)
		too many requests, for an hour: arXiv answered 429 and wants to be left alone for 60 minutes (requests: 1, waits: )
		a connection that is cut: arXiv could not be reached (the connection was cut) (requests: 3, waits: 1000 2000 2000 1000)
		a connection that is cut midway: arXiv could not be reached (the connection was cut) (requests: 3, waits: 1000 2000 2000 1000)
		no answer in time: arXiv could not be reached (no answer within 0.4 s) (requests: 3, waits: 1000 2000 2000 1000)
		a feed that was cut: arXiv answered with a feed that was cut or is damaged (requests: 3, waits: 1000 2000 2000 1000)
		a web page: arXiv answered with a web page (requests: 3, waits: 1000 2000 2000 1000)
		an empty answer: arXiv answered with a text that is no feed (requests: 3, waits: 1000 2000 2000 1000)
		an empty page of a feed: arXiv answered with an empty feed (requests: 3, waits: 1000 2000 2000 1000)
		a feed with entities: arXiv answered with a text that is no feed (requests: 3, waits: 1000 2000 2000 1000)
		an answer without end: arXiv answered with more than 4 MB (requests: 2, waits: 1000 2000)
		a way to another host: arXiv sent us elsewhere, to http://169.254.169.254/latest (requests: 1, waits: )
		a circle: arXiv sent us from one address to the next (requests: 6, waits: 3000 3000 3000 3000 3000)
		no right to ask: arXiv answered 403 (requests: 1, waits: )"
	`);
});

test("a server that comes back is asked again, after the pause that it wants", async () => {
	const server = await always(
		{ status: 429, headers: { "retry-after": "8" } },
		{ cut: "before" },
		{ file: "arxiv-one.xml" },
	);
	const { lines, clock } = await lookedUp(server.url, ["2301.00001"]);
	expect(lines).toEqual(["arxiv:2301.00001: “Owls & wrens: a title that is wrapped”"]);
	expect(clock.waits).toEqual([8000, 2000, 1000]);
});

test("without network one failure is enough: nothing else is tried there", async () => {
	const server = await always({ cut: "before" });
	const { lines } = await lookedUp(server.url, ["10.1000/a", "10.1000/b", "10.1000/c"]);
	expect(server.requests).toHaveLength(3);
	expect(lines.join("\n")).toMatchInlineSnapshot(`
		"doi:10.1000/a: Crossref could not be reached (the connection was cut). Try again later, or write content/papers/10.1000-a.mdx by hand
		doi:10.1000/b: Crossref could not be reached (the connection was cut). Try again later, or write content/papers/10.1000-b.mdx by hand
		doi:10.1000/c: Crossref could not be reached (the connection was cut). Try again later, or write content/papers/10.1000-c.mdx by hand"
	`);
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

test("what was found is kept for seven days, and longer where there is no network", async () => {
	const server = await always(
		{ file: "arxiv-one.xml" },
		{ file: "arxiv-one.xml" },
		{ cut: "before" },
	);
	const setting = { clock: fakeClock(), cache: temporaryFolder() };
	const again = async () => (await lookedUp(server.url, ["2301.00001"], setting)).lines;
	const day = 24 * 60 * 60 * 1000;
	const first = await again();
	await setting.clock.sleep(7 * day - 10_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(1);
	await setting.clock.sleep(10_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(2);
	await setting.clock.sleep(30 * day);
	expect((await again()).join("\n")).toMatchInlineSnapshot(
		`"arxiv:2301.00001: “Owls & wrens: a title that is wrapped” – arXiv could not be reached (the connection was cut): arXiv 2301.00001 is taken from an older answer"`,
	);
});

test("that nothing was found is kept for an hour", async () => {
	const server = await serveReplies(() => undefined);
	const setting = { clock: fakeClock(), cache: temporaryFolder() };
	const again = async () => (await lookedUp(server.url, ["10.1000/none"], setting)).lines;
	const first = await again();
	await setting.clock.sleep(59 * 60_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(1);
	await setting.clock.sleep(60_000);
	expect(await again()).toEqual(first);
	expect(server.requests).toHaveLength(2);
});

test("a kept answer that is damaged is asked for again, and no temporary file stays", async () => {
	const server = await always({ file: "arxiv-one.xml" });
	const cache = temporaryFolder();
	const { lines } = await lookedUp(server.url, ["2301.00001"], { cache });
	const [name = "", ...others] = readdirSync(path.join(cache, "answers"));
	expect(others).toEqual([]);
	for (const damaged of ["", "{", "[]", '{"at": 1e99, "text": 7}', '{"at": "x"}']) {
		writeFileSync(path.join(cache, "answers", name), damaged);
		expect((await lookedUp(server.url, ["2301.00001"], { cache })).lines).toEqual(lines);
	}
	expect(server.requests).toHaveLength(6);
});

test("where nothing can be kept, answers come all the same", async () => {
	const server = await always({ file: "arxiv-one.xml" });
	const folder = temporaryFolder();
	const cache = path.join(folder, "file");
	writeFileSync(cache, "");
	const { lines } = await lookedUp(server.url, ["2301.00001"], { cache });
	expect(lines).toEqual(["arxiv:2301.00001: “Owls & wrens: a title that is wrapped”"]);
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
		  digest: 84834eca187f95e4
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
		  digest: fd6b4163146e29bc
		---

		See this \\<iframe src=x> y
		"
	`);
});

test("a search for a title asks both, and puts just this title first", async () => {
	const server = await serveReplies((asked) => ({
		file: asked.startsWith("/api/") ? "arxiv-search.xml" : "crossref-search.json",
	}));
	const setting = {
		clock: fakeClock(),
		cache: temporaryFolder(),
		arxiv: server.url,
		crossref: server.url,
	};
	const search = () => searchTitle(services(setting), 'owls & Wrens: "a title" that is wrapped');
	const { papers, failures } = await search();
	expect(papers.map(({ title }) => title.text)).toEqual([
		"Owls & wrens: a title that is wrapped",
		"Owls and wrens",
		"Swifts sleep on the wing",
	]);
	expect(failures).toEqual([]);
	expect(server.requests).toMatchInlineSnapshot(`
		[
		  "/api/query?search_query=ti:"owls Wrens a title that is wrapped"&max_results=5",
		  "/works?query.bibliographic=owls & Wrens: "a title" that is wrapped&rows=5",
		]
	`);
	expect((await search()).papers).toEqual(papers);
	expect(server.requests).toHaveLength(2);
});

test("a search with one service out of reach tells so and shows what the other has", async () => {
	const server = await serveReplies((asked) =>
		asked.startsWith("/api/") ? { file: "web-page.html" } : { file: "crossref-search.json" },
	);
	const setting = {
		clock: fakeClock(),
		cache: temporaryFolder(),
		arxiv: server.url,
		crossref: server.url,
	};
	const { papers, failures } = await searchTitle(services(setting), "swifts");
	expect(papers).toHaveLength(2);
	expect(failures).toEqual(["arXiv answered with a web page"]);
});
