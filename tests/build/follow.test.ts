import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeArchive } from "../../src/archive/archive.ts";
import { atomProblems, children, linkOf, readXml, rssProblems, textIn } from "../feed-rules.ts";
import { build, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
const home = "https://example.org/a/b/";
let output = "";

const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
/** What a reader sees of a page, in one line. */
const words = (file: string) =>
	read(file)
		.replace(/^.*<main[^>]*>|<\/main>.*$/gs, "")
		.replace(/<[^>]*>/g, " ")
		.replace(/\s+/g, " ");

/** 110 papers of one author: two of each day from the end of 2020, some of them discussed. */
beforeAll(async () => {
	const content = path.join(folder, "content");
	mkdirSync(path.join(content, "papers"), { recursive: true });
	const write = (name: string, text: string) => writeFileSync(path.join(content, name), text);
	write(
		"collection.yaml",
		`title: Followed\ntagline: Some papers.\nurl: ${home}\nfirstUrl: https://first.example.org/\nhub: https://hub.example.org/\nsubscribe: https://lists.example.org/?l=birds&x="\n`,
	);
	write("topics.yaml", "[]\n");
	const paper = (id: string, front: string) =>
		write(`papers/${id}.mdx`, `---\ntitle: Paper ${id}\n${front}---\n\nAn abstract.\n`);
	for (let index = 0; index < 110; index += 1) {
		const date = new Date(Date.UTC(2020, 11, 28 + Math.floor(index / 2))).toISOString();
		const upvotes = index === 3 ? "upvotes: 40\n" : index === 8 ? "upvotes: 41\n" : "";
		paper(
			`p${String(index).padStart(3, "0")}`,
			`date: ${date.slice(0, 10)}\nauthors: [Ada Finch]\n${upvotes}`,
		);
	}
	paper("nowhere", "");
	({ output } = await build(content, dist));
});
afterAll(remove);

test("where readers subscribe by mail stands beside the feeds, and is no weight on the home page", () => {
	const link = '<a href="https://lists.example.org/?l=birds&amp;x=&quot;">All papers by mail</a>';
	for (const page of ["papers/index.html", "authors/ada-finch/index.html"]) {
		expect(read(page)).toContain(link);
	}
	expect(read("index.html")).not.toContain("lists.example.org");
});

describe("a collection of more papers than a feed holds", () => {
	test("keeps the others in archives, from page to page to the oldest", () => {
		const pages: string[] = [];
		const seen = new Set<string>();
		let at: string | undefined = `${home}atom.xml`;
		while (at) {
			pages.push(at.slice(home.length));
			const text = read(at.slice(home.length));
			expect(atomProblems(text)).toEqual([]);
			const feed = readXml(text).documentElement;
			for (const entry of children(feed, "entry")) seen.add(textIn(entry, "title"));
			expect(textIn(feed, "id")).toBe("https://first.example.org/");
			at = linkOf(feed, "prev-archive");
		}
		expect(pages).toEqual(["atom.xml", "atom/2.xml", "atom/1.xml"]);
		expect(seen.size).toBe(110);
	});

	test("names its hub, and keeps the ids that it had before it moved", () => {
		expect(rssProblems(read("feed.xml"))).toEqual([]);
		for (const file of ["feed.xml", "atom.xml", "feed.json"]) {
			expect(read(file)).toContain("https://hub.example.org/");
			expect(read(file)).toContain("https://first.example.org/papers/p109/");
			expect(read(file)).toContain("https://example.org/a/b/papers/p109/");
		}
	});

	test("says which papers stand in no feed", () => {
		expect(output.split("\n").filter((line) => line.startsWith("Feeds:"))).toEqual([
			"Feeds: 1 paper without a day of publication or of listing stands in none.",
		]);
	});
});

describe("weeks", () => {
	test("a week that two years share has one page, and both years lead to it", () => {
		expect(words("dates/2020/w53/index.html")).toMatch(
			/Week 53 of 2020 28 December 2020 – 3 January 2021\. Trending .* 14 papers/,
		);
		expect(existsSync(path.join(dist, "dates/2021/w53/index.html"))).toBe(false);
		for (const year of ["dates/2020/index.html", "dates/2021/index.html"]) {
			expect(read(year)).toContain('href="/a/b/dates/2020/w53/"');
		}
		expect(read("dates/2021/01/03/index.html")).toContain('href="/a/b/dates/2020/w53/"');
		expect(read("dates/2021/01/04/index.html")).toContain('href="/a/b/dates/2021/w01/"');
	});

	test("lead from one to the next", () => {
		const around = (page: string) =>
			[...read(page).matchAll(/<a href="([^"]*)" rel="(prev|next)"/g)].map((match) =>
				match.slice(1),
			);
		expect(around("dates/2020/w53/index.html")).toEqual([["/a/b/dates/2021/w01/", "prev"]]);
		expect(around("dates/2021/w01/index.html")).toEqual([
			["/a/b/dates/2021/w02/", "prev"],
			["/a/b/dates/2020/w53/", "next"],
		]);
	});

	test("begin with what trends, and have it as an order of their own", () => {
		const order = (page: string) =>
			[...read(page).matchAll(/href="\/a\/b\/papers\/(p\d+)\/"/g)].map(([, id]) => id).slice(0, 3);
		expect(order("dates/2020/w53/index.html")).toEqual(["p008", "p003", "p012"]);
		expect(order("dates/2020/w53/trending/index.html")).toEqual(["p008", "p003", "p012"]);
		expect(order("dates/2020/12/trending/index.html").slice(0, 1)).toEqual(["p003"]);
		expect(order("dates/2020/12/29/index.html")).toEqual(["p002", "p003"]);
		expect(order("dates/2020/12/29/trending/index.html")).toEqual(["p003", "p002"]);
	});

	test("offer no such order where nothing was discussed", () => {
		expect(existsSync(path.join(dist, "dates/2021/w01/trending"))).toBe(false);
		expect(words("dates/2021/w01/index.html")).not.toContain("Trending");
	});
});

test("the archive for reading offline has the feeds, but not the archives of feeds", async () => {
	const { file } = await writeArchive(dist);
	const feeds = Object.keys(unzipSync(readFileSync(file)))
		.map((name) => name.replace(/^[^/]*\//, ""))
		.filter((name) => name.endsWith(".xml"));
	expect(feeds.sort()).toEqual(["atom.xml", "authors/ada-finch/atom.xml", "feed.xml"]);
});

test("the front page shows what trends, and where it is told how it is counted", () => {
	expect(words("index.html")).toContain("Trending How counted Paper p008 41 Paper p003 40");
	expect(read("index.html")).toContain('href="/a/b/stats/#trending"');
	expect(read("stats/index.html")).toContain('id="trending"');
});
