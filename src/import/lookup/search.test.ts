import { expect, test } from "vitest";
import { serveReplies } from "../../../tests/api-server.ts";
import { fakeClock } from "../../../tests/fake-clock.ts";
import { temporaryFolder } from "../../../tests/looked-up.ts";
import { services } from "./client.ts";
import { searchTitle } from "./search.ts";

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
