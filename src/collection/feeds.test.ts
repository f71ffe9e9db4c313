import { expect, test, vi } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import { atom } from "../exports/atom.ts";
import { jsonFeed } from "../exports/json-feed.ts";
import { rss } from "../exports/rss.ts";
import type { Collection } from "../paper/collection.ts";
import type { Paper } from "../paper/schema.ts";
import { feedDocuments, feedList, feedOf } from "./feeds.ts";
import { followed } from "./followed.ts";
import { buildModel } from "./model.ts";

const site = new URL("https://preview.example.net/");

const entry = (paper: Partial<Paper> & { id: string }): Entry =>
	entryOf({ title: `Title of ${paper.id}`, ...paper });

function modelOf(papers: (Partial<Paper> & { id: string })[], more: Partial<Collection> = {}) {
	const collection = { title: "Birds", tagline: "t", url: "https://example.org/a", language: "en" };
	const topics = [{ id: "song", name: "Song", description: "They sing.", terms: ["song"] }];
	return buildModel({ ...collection, ...more }, topics, papers.map(entry));
}

/** The feed at a path, as data. */
function feedAt(path: string, model: ReturnType<typeof modelOf>) {
	const document = feedDocuments(model).find((one) => one.path === path);
	if (!document) throw new Error(`no feed at ${path}`);
	return feedOf(document, model, site);
}

const listed = (day: string) => ({ listing: "a.txt", listed: day });
const many = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => {
		const id = `p${String(from + index).padStart(3, "0")}`;
		const day = new Date(Date.UTC(2024, 0, 1 + from + index)).toISOString().slice(0, 10);
		return { id, source: listed(day) };
	});

test("what was listed last stands first, however old the paper is", () => {
	const model = modelOf([
		{ id: "recent", date: "2026-01-01" },
		{ id: "classic", date: "1665-03-06", source: listed("2026-02-01") },
		{ id: "undated", source: listed("2025-01-01") },
		{ id: "neither" },
	]);
	const { entries, updated } = feedAt("atom.xml", model);
	expect(
		entries.map(({ url, published, updated }) => [url.split("/").at(-2), published, updated]),
	).toMatchInlineSnapshot(`
		[
		  [
		    "classic",
		    "1665-03-06",
		    "2026-02-01",
		  ],
		  [
		    "recent",
		    "2026-01-01",
		    "2026-01-01",
		  ],
		  [
		    "undated",
		    undefined,
		    "2025-01-01",
		  ],
		]
	`);
	expect(updated).toBe("2026-02-01");
	expect(followed(model).notes).toMatchInlineSnapshot(`
		[
		  "Feeds: 1 paper without a day of publication or of listing stands in none.",
		]
	`);
});

test("no feed makes a day of a month or a year", () => {
	const model = modelOf([
		{ id: "month", date: "2026-01", source: listed("2026-02-01") },
		{ id: "year", date: "2026", source: listed("2026-02-01") },
		{ id: "neither", date: "2026-01" },
	]);
	const { entries, updated } = feedAt("atom.xml", model);
	expect(
		entries.map(({ url, published, updated }) => [url.split("/").at(-2), published, updated]),
	).toEqual([
		["month", undefined, "2026-02-01"],
		["year", undefined, "2026-02-01"],
	]);
	expect(updated).toBe("2026-02-01");
	expect(followed(model).notes).toEqual([
		"Feeds: 1 paper without a day of publication or of listing stands in none.",
	]);
});

test("a paper keeps its id when it is renamed, and when the site moves", () => {
	const ids = (model: ReturnType<typeof modelOf>) => {
		const { id, entries } = feedAt("atom.xml", model);
		return [id, ...entries.map((one) => one.id)];
	};
	const before = ids(modelOf([{ id: "wren", date: "2024-01-01" }]));
	expect(before).toEqual(["https://example.org/a/", "https://example.org/a/papers/wren/"]);
	const moved = { url: "https://new.example.com/", firstUrl: "https://example.org/a" };
	const after = modelOf([{ id: "the-wren", aliases: ["wren"], date: "2024-01-01" }], moved);
	expect(ids(after)).toEqual(before);
	expect(feedAt("atom.xml", after).entries[0]?.url).toBe(
		"https://preview.example.net/papers/the-wren/",
	);
});

test("authors are the names, else the organisation, else their number, else nobody", () => {
	const date = "2024-01-01";
	const organization = { handle: "rspb", name: "Society" };
	const model = modelOf([
		{ id: "a", date, authors: ["Ada"], organization },
		{ id: "b", date, authorCount: 7, organization },
		{ id: "c", date, authorCount: 7 },
		{ id: "d", date, authorCount: 1 },
		{ id: "e", date },
	]);
	expect(feedAt("feed.xml", model).entries.map(({ authors }) => authors)).toEqual([
		["Ada"],
		["Society"],
		["7 authors"],
		["1 author"],
		[],
	]);
});

test("math in titles and typing in abstracts are readable without markup", () => {
	const model = modelOf([
		{ id: "a", date: "2024-01-01", title: "$10^3 \\times k$", abstract: "a -- b" },
	]);
	expect(feedAt("feed.json", model).entries[0]).toMatchObject({ title: "10^3 × k" });
});

test("the same papers give the same feeds at any time", () => {
	const model = modelOf([...many(51), { id: "dated", date: "1999-01-01" }]);
	const texts = (now: string) => {
		vi.setSystemTime(now);
		return feedDocuments(model).flatMap((document) => {
			const feed = feedOf(document, model, site);
			return [rss(feed), atom(feed), jsonFeed(feed)];
		});
	};
	try {
		expect(texts("2031-05-05")).toEqual(texts("2026-01-01"));
	} finally {
		vi.useRealTimers();
	}
});

test("50 papers need no archive, and of 51 the first 50 stand in it", () => {
	const paths = (count: number) =>
		feedDocuments(modelOf(many(count)))
			.map(({ path }) => path)
			.filter((path) => path.startsWith("atom/"));
	expect([paths(0), paths(50), paths(51), paths(100), paths(101)]).toEqual([
		[],
		[],
		["atom/1.xml"],
		["atom/1.xml"],
		["atom/1.xml", "atom/2.xml"],
	]);
});

test("from page to page of the archive one comes to every paper", () => {
	const model = modelOf(many(173));
	const seen = new Set<string>();
	let path: string | undefined = "atom.xml";
	const pages: string[] = [];
	while (path) {
		pages.push(path);
		const { entries, archives, self } = feedAt(path, model);
		expect(self).toBe(new URL(path, site).href);
		for (const { id } of entries) seen.add(id);
		path = archives.previous?.slice(site.href.length);
	}
	expect(pages).toEqual(["atom.xml", "atom/3.xml", "atom/2.xml", "atom/1.xml"]);
	expect(seen.size).toBe(173);
	expect(feedAt("atom/2.xml", model).archives).toEqual({
		current: "https://preview.example.net/atom.xml",
		previous: "https://preview.example.net/atom/1.xml",
		next: "https://preview.example.net/atom/3.xml",
	});
});

test("new papers do not change what is archived", () => {
	const ids = (count: number) => feedAt("atom/1.xml", modelOf(many(count))).entries;
	expect(ids(120)).toEqual(ids(60));
	expect(ids(60)).toHaveLength(50);
});

test("topics have a feed in every form, organisations and authors as Atom alone", () => {
	const model = modelOf([
		{
			id: "a",
			date: "2024-01-01",
			topics: ["song"],
			authors: ["Ada", "null"],
			organization: { handle: "rspb", name: "Society" },
		},
	]);
	expect(feedDocuments(model).map(({ path }) => path)).toMatchInlineSnapshot(`
		[
		  "feed.xml",
		  "atom.xml",
		  "feed.json",
		  "topics/song/feed.xml",
		  "topics/song/atom.xml",
		  "topics/song/feed.json",
		  "organizations/rspb/atom.xml",
		  "authors/ada/atom.xml",
		  "authors/null/atom.xml",
		]
	`);
	expect(feedList(model, site)).toMatchInlineSnapshot(`
		{
		  "groups": [
		    {
		      "feeds": [
		        {
		          "page": "https://preview.example.net/",
		          "title": "Birds",
		          "url": "https://preview.example.net/atom.xml",
		        },
		      ],
		      "name": "All papers",
		    },
		    {
		      "feeds": [
		        {
		          "page": "https://preview.example.net/topics/song/",
		          "title": "Song – Birds",
		          "url": "https://preview.example.net/topics/song/atom.xml",
		        },
		      ],
		      "name": "Topics",
		    },
		    {
		      "feeds": [
		        {
		          "page": "https://preview.example.net/organizations/rspb/",
		          "title": "Society – Birds",
		          "url": "https://preview.example.net/organizations/rspb/atom.xml",
		        },
		      ],
		      "name": "Organisations",
		    },
		    {
		      "feeds": [
		        {
		          "page": "https://preview.example.net/authors/ada/",
		          "title": "Ada – Birds",
		          "url": "https://preview.example.net/authors/ada/atom.xml",
		        },
		        {
		          "page": "https://preview.example.net/authors/null/",
		          "title": "null – Birds",
		          "url": "https://preview.example.net/authors/null/atom.xml",
		        },
		      ],
		      "name": "Authors",
		    },
		  ],
		  "page": "https://preview.example.net/",
		  "title": "Birds",
		}
	`);
	expect(followed(model).notes).toEqual([]);
});

test("where too many have papers, those of more papers have a feed, and the build says so", () => {
	const model = modelOf([
		{ id: "a", date: "2024-01-01", authors: ["Ada", "Bea", "Cid"] },
		{ id: "b", date: "2024-01-01", authors: ["Ada", "Bea"] },
	]);
	const { authors, notes } = followed(model, 2);
	expect(authors.map(({ folder }) => folder)).toEqual(["authors/ada/", "authors/bea/"]);
	expect(notes).toMatchInlineSnapshot(`
		[
		  "Feeds: 2 of 3 authors have one, those of 2 papers or more.",
		]
	`);
});
