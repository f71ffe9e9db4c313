import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { papersJsonSchema } from "../../src/exports/contracts.ts";
import { children, readXml, textIn } from "../feed-rules.ts";
import { validator } from "../html-rules.ts";
import { build, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
let output = "";

const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
/** What a reader sees of a page, in one line. */
const words = (file: string) =>
	read(file)
		.replace(/^.*<main[^>]*>|<\/main>.*$/gs, "")
		.replace(/<[^>]*>/g, " ")
		.replace(/\s+/g, " ")
		.trim();

/** Papers of a day, of a month, of a year, and of a year that is known of all its papers alone. */
beforeAll(async () => {
	const content = path.join(folder, "content");
	mkdirSync(path.join(content, "papers"), { recursive: true });
	const write = (name: string, text: string) => writeFileSync(path.join(content, name), text);
	write("collection.yaml", "title: Dated\ntagline: Some papers.\nurl: https://example.org/\n");
	write("topics.yaml", "[]\n");
	const paper = (id: string, front: string) =>
		write(`papers/${id}.mdx`, `---\ntitle: The ${id}\n${front}---\n\nAn abstract.\n`);
	paper("day", "date: 2022-05-11\n");
	paper("month", "date: 2022-05\n");
	paper("year", "date: 2022\n");
	paper("listed", "date: 2022\nsource:\n  listing: a.txt\n  listed: 2022-06-01\n");
	for (let index = 10; index < 61; index++) {
		paper(`old-${index}`, "date: 2019\n");
		paper(`spring-${index}`, "date: 2018-04\n");
	}
	paper("spring", "date: 2018-04-30\n");
	({ output } = await build(content, dist));
}, 120_000);
afterAll(remove);

test("a month lists its papers without a day under a heading of their own", () => {
	expect(words("dates/2022/05/index.html")).toMatch(
		/11 May 2022 The day .*Without a day The month /,
	);
	expect(words("dates/2022/05/11/index.html")).not.toContain("The month");
	expect(words("dates/2022/w19/index.html")).not.toContain("The month");
});

test("a year names those of its months, and lists its papers without a month", () => {
	expect(words("dates/2022/index.html")).toMatch(
		/1 paper in 2022, by day; 3 more without a day .* May 11 The day – The month 2 papers without a month .*The listed .*The year /,
	);
	expect(words("dates/index.html")).toContain("2019 51 papers");
});

test("a year of which no paper has a month has no calendar, and as many pages as it takes", () => {
	const pages = ["dates/2019/index.html", "dates/2019/page/2/index.html"].map(words);
	expect(pages.map((page) => page.match(/The old-\d+/g)?.length)).toEqual([50, 1]);
	for (const page of pages) {
		expect(page).toContain("51 papers without a month");
		expect(page).not.toMatch(/Jan|Weeks/);
	}
	expect(read("dates/2019/index.html")).toContain('href="/dates/2019/page/2/"');
	expect(existsSync(path.join(dist, "dates/2019/page/3"))).toBe(false);
	expect(read("sitemap-0.xml")).toContain("/dates/2019/page/2/<");
});

test("a month has as many pages as its papers without a day take", () => {
	const pages = ["dates/2018/04/index.html", "dates/2018/04/page/2/index.html"].map(words);
	expect(pages.map((page) => page.match(/The spring(?:-\d+)?/g)?.length)).toEqual([51, 1]);
	expect(pages[0]).toMatch(/52 papers .*30 April 2018 The spring .*Without a day The spring-10 /);
	expect(pages[1]).toMatch(/Without a day The spring-60 .*← Newer Page 2 of 2/);
	expect(read("sitemap-0.xml")).toContain("/dates/2018/04/page/2/<");
});

test("a paper says what is known, and leads to the page that lists it", () => {
	const byline = (id: string) =>
		/<a href="\/dates[^>]*><time.*?<\/a>/.exec(read(`papers/${id}/index.html`))?.[0];
	expect(["day", "month", "year"].map(byline)).toMatchInlineSnapshot(`
		[
		  "<a href="/dates/2022/05/11/"><time datetime="2022-05-11">11 May 2022</time></a>",
		  "<a href="/dates/2022/05/"><time datetime="2022-05">May 2022</time></a>",
		  "<a href="/dates/2022/"><time datetime="2022">2022</time></a>",
		]
	`);
	const opened = (id: string) =>
		read(`papers/${id}/index.html`).match(/article:published_time" content="[^"]*/g);
	expect(["day", "month", "year"].map(opened)).toEqual([
		['article:published_time" content="2022-05-11'],
		null,
		null,
	]);
});

test.each([
	"2022/index.html",
	"2022/05/index.html",
	"2019/index.html",
	"2019/page/2/index.html",
	"2018/04/page/2/index.html",
])("dates/%s is valid HTML", async (page) => {
	const { results } = await validator.validateFile(path.join(dist, "dates", page));
	expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});

test("what was new since a visit goes by days alone", () => {
	const days = [...read("papers/index.html").matchAll(/data-listed="([^"]*)"/g)];
	expect(days.map(([, day]) => day)).toEqual(["2022-05-11", "2022-06-01"]);
});

test("feeds have the papers with a day of publication or of listing, and the build counts the others", () => {
	const entries = children(readXml(read("atom.xml")).documentElement, "entry");
	expect(
		entries.map((entry) => [
			textIn(entry, "title"),
			children(entry, "published").map(({ textContent }) => textContent),
			textIn(entry, "updated"),
		]),
	).toEqual([
		["The listed", [], "2022-06-01T00:00:00Z"],
		["The day", ["2022-05-11T00:00:00Z"], "2022-05-11T00:00:00Z"],
		["The spring", ["2018-04-30T00:00:00Z"], "2018-04-30T00:00:00Z"],
	]);
	expect(output.split("\n").filter((line) => line.startsWith("Feeds:"))).toEqual([
		"Feeds: 104 papers without a day of publication or of listing stand in none.",
	]);
});

test("programs get dates as they are known, newest first", () => {
	const { papers } = papersJsonSchema.parse(JSON.parse(read("papers.json")));
	expect(papers.slice(0, 5).map(({ id, date }) => [id, date])).toEqual([
		["day", "2022-05-11"],
		["month", "2022-05"],
		["listed", "2022"],
		["year", "2022"],
		["old-10", "2019"],
	]);
});
