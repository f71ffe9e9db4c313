import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
	atomProblems,
	jsonFeedSchema,
	linkOf,
	readXml,
	rssProblems,
	textIn,
} from "../feed-rules.ts";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const sites = {
	birds: ["tests/fixtures/birds", homeOf("tests/fixtures/birds")],
	content: ["content", homeOf("content")],
} as const;

/** The address of a collection's site, with a slash at its end. */
function homeOf(content: string): string {
	const { url } = parse(readFileSync(path.join(content, "collection.yaml"), "utf8"));
	return url.replace(/\/?$/, "/");
}

beforeAll(async () => {
	for (const [name, [content]] of Object.entries(sites))
		await siteIn(content, path.join(folder, name));
});
afterAll(remove);

const read = (name: string, file: string) => readFileSync(path.join(folder, name, file), "utf8");
const files = (name: string, pattern: RegExp) =>
	readdirSync(path.join(folder, name), { recursive: true, encoding: "utf8" })
		.filter((file) => pattern.test(file))
		.sort();

describe.each(Object.entries(sites))("the feeds of %s", (name, [, home]) => {
	test("keep the rules of RSS, Atom and JSON Feed", () => {
		const problems: unknown[] = [];
		for (const file of files(name, /atom\.xml$|\/atom\/\d+\.xml$/)) {
			problems.push(...atomProblems(read(name, file)).map((rule) => `${file}: ${rule}`));
		}
		for (const file of files(name, /feed\.xml$/)) {
			problems.push(...rssProblems(read(name, file)).map((rule) => `${file}: ${rule}`));
		}
		for (const file of files(name, /feed\.json$/)) {
			const { error } = jsonFeedSchema.safeParse(JSON.parse(read(name, file)));
			problems.push(...(error?.issues ?? []).map(({ message }) => `${file}: ${message}`));
		}
		expect(problems).toEqual([]);
	});

	test("say where they are, below the base path", () => {
		for (const file of files(name, /atom\.xml$/)) {
			const feed = readXml(read(name, file)).documentElement;
			expect(linkOf(feed, "self")).toBe(home + encodeURI(file));
			expect(linkOf(feed, "alternate")).toBe(
				home + encodeURI(path.dirname(file).replace(/^\.$/, "")).replace(/([^/])$/, "$1/"),
			);
		}
	});

	test("are all in the list of feeds, and all that is in it is there", () => {
		const list = readXml(read(name, "feeds.opml"));
		const named = [...list.querySelectorAll("outline[xmlUrl]")].map((outline) =>
			decodeURI(outline.getAttribute("xmlUrl") ?? "").slice(home.length),
		);
		expect(named.sort()).toEqual(files(name, /atom\.xml$/));
	});

	test("are named by every page, and those of a topic by its page", () => {
		const feedsOf = (page: string) =>
			[
				...read(name, page).matchAll(/<link rel="alternate" type="([^"]*)"[^>]*href="([^"]*)"/g),
			].map(([, type, url]) => `${type} ${url}`);
		const base = new URL(home).pathname;
		const [topic = ""] = files(name, /^topics\/[^/]+\/index\.html$/);
		for (const [page, at] of [
			["papers/index.html", ""],
			["index.html", ""],
			[topic, `${path.dirname(topic)}/`],
		] as const) {
			expect(feedsOf(page)).toEqual([
				`application/rss+xml ${base}${at}feed.xml`,
				`application/atom+xml ${base}${at}atom.xml`,
				`application/feed+json ${base}${at}feed.json`,
			]);
		}
	});
});

test("a collection under a base path is followed so", () => {
	expect(files("birds", /(?:atom|feed)\.xml$|\.opml$|feed\.json$/)).toMatchInlineSnapshot(`
		[
		  "atom.xml",
		  "authors/ada-ofinch/atom.xml",
		  "authors/emile-rossignol/atom.xml",
		  "feed.json",
		  "feed.xml",
		  "feeds.opml",
		  "organizations/rspb/atom.xml",
		  "topics/empty/atom.xml",
		  "topics/empty/feed.json",
		  "topics/empty/feed.xml",
		  "topics/migration/atom.xml",
		  "topics/migration/feed.json",
		  "topics/migration/feed.xml",
		  "topics/song/atom.xml",
		  "topics/song/feed.json",
		  "topics/song/feed.xml",
		]
	`);
	const entry = readXml(read("birds", "atom.xml")).querySelector("entry");
	expect(entry && textIn(entry, "title")).toBe(
		"Swifts sleep on the wing: x^2 & <b>bold</b> claims",
	);
	expect(entry && textIn(entry, "content")).toMatchInlineSnapshot(
		`"<p>Swifts migrate without landing, for 10^3 hours, and cost $5 to tag. See the list or write to https://example.org/tags.</p><p>A second paragraph on &lt;wings&gt;.</p>"`,
	);
	expect(read("birds", "authors/ada-ofinch/index.html")).toMatch(
		/Follow:\s*<a href="\/a\/b\/authors\/ada-ofinch\/atom\.xml">Atom<\/a>\s*<a href="\/a\/b\/feeds\.opml">/,
	);
});
