import { describe, expect, test } from "vitest";
import type { Fault } from "../faulty-server.ts";
import { SearchSite } from "../search-site.ts";

/*
 * What a search shows when one of its files fails: the right papers, or what is missing and what
 * to do, never that there are no papers. The search has no WebAssembly and no worker that could
 * fail: its files are those below. What Pagefind calls `meta` is the table of contents here, and a
 * `fragment` is a record. Program and page are in `search-program.test.ts`, changes of the site and
 * of the network in `search-changes.test.ts`, the copy on a device in `offline-failures.test.ts`.
 */

const site = new SearchSite();

const WREN = ["The wren’s loud song"];
const WREN_SECOND = ["The wren’s louder song", "Çalıkuşu und Zaunkönig"];

/** Files of the index, and what they are called. Filters are read where one is chosen, outlines for common words. */
const FILES = {
	entry: { paths: /pagefind-entry/, name: "the entry of the search index" },
	contents: { paths: /\.pf_contents$/, name: "the search index’s table of contents" },
	words: { paths: /\.pf_words$/, name: "a list of words" },
	table: { paths: /\.pf_table$/, name: "a part of the search index" },
	chunk: { paths: /\.pf_index$/, name: "a part of the search index" },
	outline: { paths: /\.pf_outline$/, name: "a list of papers" },
	filter: { paths: /\.pf_facet$/, name: "the list of a filter" },
	record: { paths: /\.pf_fragment$/, name: "the record of a paper" },
};

type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];

const MISSING =
	"The server does not have it; perhaps the site is just being updated. Try again in a minute; if it stays, tell the people who keep this site.";
const REFUSED = "The connection failed. Check the connection and try again.";
const DAMAGED = "It arrived damaged. Try again; if it stays, reload the page.";
const PAGE =
	"A web page came in its place, as networks with a login do it. Log in to the network and try again.";

const FAULTS = [
	["missing", "missing", MISSING],
	["refused", "refused", REFUSED],
	["truncated", "truncated", REFUSED],
	["empty", "empty", DAMAGED],
	["a line of text", "text", DAMAGED],
	["a web page", "html", PAGE],
	["corrupted", "corrupted", DAMAGED],
	["an error of the server", { status: 503 }, REFUSED],
] satisfies [string, Fault, string][];

const message = (kind: Kind, why: string) =>
	`The search is not complete: ${FILES[kind].name} could not be loaded. ${why}`;

/** A query that reads a kind of file, and what it finds. */
const asked = (kind: Kind) =>
	kind === "outline"
		? { query: "robins 24", titles: ["Field note 24"], second: ["Field note 24"] }
		: { query: "wren", titles: WREN, second: WREN_SECOND };

const address = (kind: Kind) => (kind === "filter" ? "search/?topic=song" : "search/");

describe.each(KINDS)("a file of the index: %s", (kind) => {
	const { query, titles, second } = asked(kind);

	test.each(FAULTS)("%s", async (_, fault, why) => {
		site.server.break(FILES[kind].paths, fault);
		await site.open(address(kind));
		await site.type(query);
		await site.expectFailure(message(kind, why));
		await site.tryAgain();
		await site.expectTitles(titles);
		// With the filters beside it.
		if (fault !== "missing") return;
		await expect.poll(() => site.page.locator(".facet").count()).toBeGreaterThan(2);
	});

	test("of the edition before", async () => {
		site.server.swap(site.second);
		site.server.break(FILES[kind].paths, "stale");
		await site.open(address(kind));
		await site.type(query);
		await site.expectFailure(message(kind === "entry" ? "contents" : kind, MISSING));
		await site.tryAgain();
		await site.expectTitles(second);
	});
});

test.each(["contents", "record"] satisfies Kind[])(
	"while a file is late, the search says that it is at it: %s",
	async (kind) => {
		site.server.break(FILES[kind].paths, { late: 900 });
		await site.open();
		await site.type("wren");
		await site.expectTitles(WREN);
		expect(await site.said()).toContain("Searching …");
		expect(await site.page.locator("[data-status]").textContent()).toBe("1 paper for “wren”");
	},
);

test.each(KINDS.filter((kind) => kind !== "entry"))(
	"what fails once is asked for again, and nobody notices: %s",
	async (kind) => {
		const { query, titles } = asked(kind);
		for (const fault of ["truncated", "html", "corrupted"] as const) {
			site.server.mend();
			site.server.break(FILES[kind].paths, fault, 1);
			await site.open(address(kind));
			await site.type(query);
			await site.expectTitles(titles);
			expect(await site.said()).not.toContainEqual(expect.stringContaining("not complete"));
		}
	},
);

test.each([
	["entry", "contents"],
	["words", "chunk"],
	["chunk", "record"],
	["filter", "record"],
] satisfies [Kind, Kind][])("two fail at once: %s and %s, one after the other", async (a, b) => {
	site.server.break(FILES[b].paths, "missing");
	site.server.break(FILES[a].paths, "corrupted");
	await site.open("search/?topic=song");
	await site.type("wren");
	await site.expectFailure(message(a, DAMAGED));
	site.server.mend();
	site.server.break(FILES[b].paths, "missing");
	await site.page.getByRole("button", { name: "Try again" }).click();
	await site.expectFailure(message(b, MISSING));
	await site.tryAgain();
	await site.expectTitles(WREN);
});

describe("what is only read for some searches", () => {
	test("words for a misspelled one", async () => {
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		site.server.break(FILES.words.paths, "missing");
		await site.type("rwen");
		await site.expectFailure(message("words", MISSING));
		await site.tryAgain();
		await site.expectTitles(WREN);
	});

	test("a list of papers for a common word, and the records of more papers", async () => {
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		site.server.break(FILES.outline.paths, "refused");
		await site.type("note");
		await site.expectFailure(message("outline", REFUSED));
		await site.tryAgain();
		await expect.poll(async () => (await site.titles()).length).toBe(10);
		site.server.break(FILES.record.paths, "empty");
		await site.page.locator("[data-more]").click();
		await site.expectFailure(message("record", DAMAGED));
		await site.tryAgain();
		await site.page.locator("[data-more]").click();
		await expect.poll(async () => new Set(await site.titles()).size).toBe(20);
	});

	test("a filter in the address, or in the query", async () => {
		site.server.break(FILES.filter.paths, "truncated");
		for (const query of ["?year=2023", "?q=year:2023", "?q=-has:code&topic=song&year=2023"]) {
			site.server.mend();
			site.server.break(FILES.filter.paths, "truncated");
			await site.open(`search/${query}`);
			await site.expectFailure(message("filter", REFUSED));
			await site.tryAgain();
			await site.expectTitles(WREN);
		}
	});

	test("the filters beside the papers: the papers are shown, the filters say what is missing", async () => {
		site.server.break(FILES.filter.paths, "html");
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		const panel = site.page.locator("[data-facets]");
		await expect.poll(() => panel.textContent()).toBe(`${message("filter", PAGE)}Try again`);
		await site.tryAgain();
		await expect.poll(() => panel.locator(".facet").count()).toBe(4);
		site.server.break(FILES.filter.paths, "missing");
		await panel.getByText("Author", { exact: true }).click();
		await expect.poll(() => panel.textContent()).toBe(`${message("filter", MISSING)}Try again`);
		await site.tryAgain();
		await panel.getByText("Author", { exact: true }).click();
		await panel.getByRole("checkbox", { name: "Ada O'Finch" }).waitFor({ state: "hidden" });
		await site.expectTitles(WREN);
	});

	test("letters of any script, in a folder of a server", async () => {
		site.server.break(FILES.record.paths, "corrupted");
		await site.open(`search/?q=${encodeURIComponent("هجرة")}`);
		await site.expectFailure(message("record", DAMAGED));
		await site.tryAgain();
		await site.expectTitles(["هجرة الطيور 🐦"]);
		await site.type("Émile title:swifts");
		await expect.poll(async () => (await site.titles())[0]).toMatch(/^Swifts sleep/);
	});

	test("a server that unpacks what is packed is no fault", async () => {
		site.server.swap(site.unpacked);
		await site.open("search/?q=wren&topic=song");
		await site.expectTitles(WREN);
		await site.type("rwen");
		await site.expectTitles(WREN);
	});
});
