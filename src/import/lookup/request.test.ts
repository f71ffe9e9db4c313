import { expect, test } from "vitest";
import { answer, type Reply } from "../../../tests/api-server.ts";
import { always, lookedUp } from "../../../tests/looked-up.ts";

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
	["no answer in time", { file: "arxiv-one.xml", late: 20_000 }],
	["a feed that was cut", { body: answer("arxiv-one.xml").slice(0, 1500) }],
	["a web page", { file: "web-page.html", headers: { "content-type": "text/html" } }],
	["an empty answer", { body: "" }],
	["an empty page of a feed", { file: "arxiv-empty-page.xml" }],
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
		const { lines, clock } = await lookedUp(server.url, ["2301.00001"], {
			timeout: reply.late ? 400 : 10_000,
		});
		const [line = ""] = lines;
		expect(line, name).toMatch(
			/\. Try again later, or write content\/papers\/2301\.00001\.mdx by hand$/,
		);
		const tries = `requests: ${server.requests.length}, waits: ${clock.waits.join(" ")}`;
		return `${name}: ${line.slice("arxiv:2301.00001: ".length).replace(/\. Try .*/, "")} (${tries})`;
	});
	expect((await Promise.all(told)).join("\n")).toMatchInlineSnapshot(`
		"a server that is down: arXiv answered 503 (requests: 3, waits: 7000 7000)
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
		an answer without end: arXiv answered with more than 4 MB (requests: 1, waits: )
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
