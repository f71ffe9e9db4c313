import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteIn } from "../served.ts";
import { temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
const BASE = "/a/b/";
let document: Document;

beforeAll(async () => {
	await siteIn("tests/fixtures/birds", dist);
	document = new JSDOM(readFileSync(path.join(dist, "stats/index.html"), "utf8")).window.document;
});
afterAll(remove);

const all = (selector: string, within: ParentNode = document) => [
	...within.querySelectorAll(selector),
];
const section = (id: string) => document.querySelector(`section:has(> #${id})`) as HTMLElement;
const rows = (id: string) =>
	all("tbody tr", section(id)).map((row) => all("th, td", row).map((cell) => cell.textContent));
/** Addresses of marks, each once: a drawing may be there in two widths. */
const marks = (id: string) => [
	...new Set(all("svg .ink a:has(.reach)", section(id)).map((link) => link.getAttribute("href"))),
];

test("each picture says what is seen in it", () => {
	const captions = all("figure").map((figure) => [
		document.getElementById(figure.getAttribute("aria-labelledby") ?? "")?.textContent,
		figure.querySelector("figcaption")?.textContent,
	]);
	expect(captions).toMatchInlineSnapshot(`
		[
		  [
		    "Papers of each month",
		    "2 papers from December 2023 to February 2024. No month has more than 1. 1 paper has no date.",
		  ],
		  [
		    "Topics over the years",
		    "The largest topic is Migration, with 1 paper. All are drawn to one scale.",
		  ],
		  [
		    "Topics that go together",
		    "No paper has two topics yet.",
		  ],
		  [
		    "Comments by date",
		    "Most discussed: “Swifts sleep on the wing: x^2 & <b>bold</b> claims” of 29 February 2024, with 1 comment. 1 paper has both a date and a number of comments.",
		  ],
		  [
		    "Most frequent terms",
		    "No term stands in two papers yet.",
		  ],
		]
	`);
});

describe("tables hold what the pictures show", () => {
	test("papers of each month, those between included", () => {
		expect(rows("papers")).toEqual([
			["December 2023", "1"],
			["January 2024", "0"],
			["February 2024", "1"],
		]);
		expect(marks("papers")).toEqual(["/a/b/dates/2023/12/", "/a/b/dates/2024/02/"]);
	});

	test("topics by year, without the topic that has no papers", () => {
		expect(rows("topics")).toEqual([
			["Migration", "0", "1", "1"],
			["Song", "1", "0", "1"],
		]);
		expect(marks("topics")).toEqual([
			"/a/b/search/?topic=migration&year=2024",
			"/a/b/search/?topic=song&year=2023",
		]);
	});

	test("comments by date", () => {
		expect(rows("comments")).toEqual([
			["Swifts sleep on the wing: x^2 & <b>bold</b> claims", "29 February 2024", "1"],
		]);
		expect(marks("comments")).toEqual(["/a/b/papers/10.1000-swifts/"]);
	});

	test("every mark's address stands in the table of its picture", () => {
		for (const id of ["papers", "topics", "pairs", "comments", "terms"]) {
			const table = all("table a", section(id)).map((link) => link.getAttribute("href"));
			expect(table).toEqual(expect.arrayContaining(marks(id)));
		}
	});
});

test("a picture without anything to draw says so, and draws nothing", () => {
	expect(section("pairs").textContent).toContain("No paper has two topics yet.");
	expect(all("svg, table", section("pairs"))).toEqual([]);
});

test("every link of a picture leads to a page that is there, and has a name", () => {
	const links = all("figure a");
	expect(links.length).toBeGreaterThan(10);
	for (const link of links) {
		const [address = ""] = (link.getAttribute("href") ?? "").split("?");
		expect(address.startsWith(BASE), address).toBe(true);
		const file = path.join(dist, decodeURI(address.slice(BASE.length)), "index.html");
		expect(existsSync(file), file).toBe(true);
		expect(link.textContent?.trim()).not.toBe("");
	}
});

test("drawings have a name and no colour of their own", () => {
	const drawings = all("svg");
	expect(drawings.length).toBeGreaterThan(4);
	for (const svg of drawings) {
		expect(svg.getAttribute("aria-label")).toBeTruthy();
		expect(svg.outerHTML).not.toMatch(/\s(?:fill|stroke|style|id)=|<style|#[0-9a-f]{3}|rgb/i);
	}
});

test("the page of dates leads here, and other pages carry none of its styles", () => {
	const dates = readFileSync(path.join(dist, "dates/index.html"), "utf8");
	expect(dates).toContain('href="/a/b/stats/"');
	const styles = (page: string) =>
		[
			...readFileSync(path.join(dist, page), "utf8").matchAll(
				/href="\/a\/b\/(_astro\/[^"]+\.css)"/g,
			),
		]
			.map(([, file = ""]) => readFileSync(path.join(dist, file), "utf8"))
			.join("");
	expect(styles("stats/index.html")).toContain(".chart");
	expect(styles("index.html")).not.toContain(".chart");
});

test("the page is small", () => {
	expect(gzipSync(readFileSync(path.join(dist, "stats/index.html"))).length).toBeLessThan(10_000);
});
