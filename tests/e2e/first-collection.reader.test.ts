import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { typographic } from "../../src/paper/typography.ts";
import { openPage } from "../browser.ts";
import { servedSite } from "../served.ts";

const site = servedSite("content");
let page: Page;
let problems: string[];

beforeEach(async () => {
	await page?.close();
	({ page, problems } = await openPage(site.browser));
});

const results = () => page.locator("[data-results] h2 a");
const status = () => page.locator("[data-status]");

describe("search", () => {
	test("finds “turkish”, and the first result opens", async () => {
		await page.goto(site.url);
		await page.keyboard.press("/");
		await page.keyboard.type("turkish");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/search/?q=turkish");
		await results().first().waitFor();
		expect(await status().textContent()).toBe("1 paper for “turkish”");
		expect(await page.locator("[data-results] mark").first().textContent()).toMatch(/turkish/i);
		await results().first().click();
		await page.waitForURL("**/papers/optimal-turkish-subword-strategies-at-scale-**");
		expect(await page.locator("h1").textContent()).toMatch(/^Optimal Turkish Subword Strategies/);
		expect(problems).toEqual([]);
	});

	test("finds every paper by its own title, and each is the first of its results", async () => {
		const { papers }: PapersJson = JSON.parse(
			readFileSync(path.join(site.dist, "papers.json"), "utf8"),
		);
		expect(papers).toHaveLength(36);
		const missed: string[] = [];
		await page.goto(`${site.url}search/`);
		for (const { title } of papers) {
			await page.locator("[data-search-box]").fill(title);
			await page.waitForFunction(
				(query) => document.querySelector("[data-status]")?.textContent?.includes(`“${query}”`),
				title,
			);
			const first = await results().first().textContent();
			if (first !== typographic(title)) missed.push(`${title}: ${first}`);
		}
		expect(missed).toEqual([]);
		expect(problems).toEqual([]);
	});

	test("filters by topic, year and code, and the address holds it all", async () => {
		await page.goto(`${site.url}search/?q=tokens`);
		await results().first().waitFor();
		const all = await status().textContent();
		await page.selectOption("select[name=topic]", "vision-language");
		await page.waitForURL("**/search/?q=tokens&topic=vision-language");
		await page.waitForFunction(
			(before) => document.querySelector("[data-status]")?.textContent !== before,
			all,
		);
		expect(await status().textContent()).toBe("3 papers for “tokens” with these filters");
		await page.selectOption("select[name=year]", "2025");
		await page.check("input[name=has]");
		await page.waitForURL("**/search/?q=tokens&topic=vision-language&year=2025&has=code");
		await page.waitForFunction(() =>
			document.querySelector("[data-status]")?.textContent?.startsWith("1 paper "),
		);
		expect(await results().allTextContents()).toEqual([
			"All You Need Are Random Visual Tokens? Demystifying Token Pruning in VLLMs",
		]);
		await page.goBack();
		await page.goBack();
		await page.waitForFunction(() =>
			document.querySelector("[data-status]")?.textContent?.startsWith("3 papers "),
		);
		expect(await page.locator("select[name=year]").inputValue()).toBe("");
		expect(problems).toEqual([]);
	});

	test("a shared address shows the same search, newest first where it says so", async () => {
		await page.goto(`${site.url}search/?topic=tokenization&sort=newest`);
		await results().first().waitFor();
		expect(await status().textContent()).toBe("13 papers with these filters");
		const dates = await page
			.locator("[data-results] time")
			.evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
		expect(dates.length).toBeGreaterThan(5);
		expect(dates).toEqual([...dates].sort().reverse());
		expect(problems).toEqual([]);
	});

	test("finds papers that have two topics", async () => {
		await page.goto(`${site.url}search/?topic=tokenization,evaluation`);
		await results().first().waitFor();
		expect(await status().textContent()).toBe("5 papers with these filters");
		expect(await page.locator("select[name=topic] option:checked").textContent()).toBe(
			"Tokenization and Benchmarks and evaluation",
		);
	});

	test("shows more results on demand, and moves the focus to the first of them", async () => {
		await page.goto(`${site.url}search/?q=language`);
		await results().first().waitFor();
		expect(await results().count()).toBe(10);
		await page.locator("[data-more]").click();
		await page.waitForFunction(() => document.querySelectorAll("[data-results] h2 a").length > 10);
		expect(
			await results()
				.nth(10)
				.evaluate((link) => link === document.activeElement),
		).toBe(true);
	});

	test("says that nothing was found", async () => {
		await page.goto(`${site.url}search/?q=zzzzqqq`);
		await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent);
		expect(await status().textContent()).toBe("No papers for “zzzzqqq”");
		expect(await status().getAttribute("aria-live")).toBe("polite");
	});

	test("says so when the index cannot be had, and tries again", async () => {
		await page.route("**/pagefind/**", (route) => route.abort());
		await page.goto(`${site.url}search/?q=turkish`);
		await page.waitForFunction(() =>
			document.querySelector("[data-status]")?.textContent?.includes("could not be loaded"),
		);
		await page.unroute("**/pagefind/**");
		await page.getByRole("button", { name: "Try again" }).click();
		await results().first().waitFor();
		expect(await status().textContent()).toBe("1 paper for “turkish”");
	});
});

describe("browsing", () => {
	test("dates lead to a year, a month and a day with its papers", async () => {
		await page.goto(site.url);
		await page.getByRole("link", { name: "Dates", exact: true }).click();
		await page.getByRole("link", { name: "2026", exact: true }).click();
		await page.getByRole("link", { name: "May", exact: true }).first().click();
		expect(await page.locator("h1").textContent()).toBe("May 2026");
		await page.getByRole("link", { name: "11 May 2026" }).first().click();
		await page.waitForURL("**/dates/2026/05/11/");
		expect(await page.locator("article h3").allTextContents()).toEqual([
			"Conditional Memory Enhanced Item Representation for Generative Recommendation",
			"Scalable Token-Level Hallucination Detection in Large Language Models",
		]);
		expect(problems).toEqual([]);
	});

	test("every page opens without an error, in a window of 320 pixels without sideways scrolling", async () => {
		await page.setViewportSize({ width: 320, height: 640 });
		for (const at of [
			"",
			"papers/",
			"topics/",
			"topics/tokenization/",
			"dates/",
			"dates/2025/",
			"dates/2025/10/",
			"dates/undated/",
			"about/",
			"search/?q=a",
			"papers/learning-more-with-less-a-dynamic-dual-level-down-sampling-framework-for/",
		]) {
			await page.goto(site.url + at);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, at).toBeLessThanOrEqual(320);
		}
		expect(problems).toEqual([]);
	});

	test("months, years and counts stand on one line on a phone", async () => {
		await page.setViewportSize({ width: 360, height: 780 });
		for (const at of ["", "dates/", "dates/2025/", "titles/", "topics/", "organizations/"]) {
			await page.goto(site.url + at);
			const heights = await page.locator(".count, .calendar tbody th").evaluateAll((labels) =>
				labels.map((label) => {
					// The height of the words: a box may be stretched to that of its neighbour.
					const words = document.createRange();
					words.selectNodeContents(label);
					return words.getBoundingClientRect().height;
				}),
			);
			expect(heights.length, at).toBeGreaterThan(0);
			expect(Math.max(...heights), at).toBeLessThan(30);
		}
	});

	test("an address without a page gets the page that says so", async () => {
		const response = await page.goto(`${site.url}no/such/page/`);
		expect(response?.status()).toBe(404);
		expect(await page.locator("h1").textContent()).toBe("There is no page here");
	});
});

describe("without JavaScript", () => {
	test("papers read, links lead on, and search says what it needs", async () => {
		await page.close();
		({ page, problems } = await openPage(site.browser, { javaScriptEnabled: false }));
		await page.goto(site.url);
		await page.locator("article h3 a").first().click();
		expect((await page.locator(".abstract").textContent())?.length).toBeGreaterThan(500);
		await page.getByRole("link", { name: "Search", exact: true }).click();
		expect(await page.locator("noscript, .lead").first().textContent()).toContain(
			"needs JavaScript",
		);
		expect(await page.locator("form[role=search]:visible").count()).toBe(0);
		expect(problems).toEqual([]);
	});
});
