import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { PapersJson } from "../../src/exports/papers-json.ts";
import { typographic } from "../../src/paper/typography.ts";
import { violationsOn } from "../axe.ts";
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
const status = (text: string) => page.locator("[role=status]", { hasText: text }).waitFor();
const titles = () => results().allTextContents();

describe("the page of search", () => {
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
				(query) => document.querySelector<HTMLElement>("[data-status]")?.dataset.for === query,
				title,
			);
			const first = await results().first().textContent();
			if (first !== typographic(title).replace(/\s+/g, " ")) missed.push(`${title}: ${first}`);
		}
		expect(missed).toEqual([]);
		expect(problems).toEqual([]);
	});

	test("shows who, when and what of each paper, and where the words stand", async () => {
		await page.goto(`${site.url}search/?q=halucination`);
		await status("Showing results for “halucination”: 1 paper".replace("halu", "hallu"));
		expect(await titles()).toEqual([
			"Scalable Token-Level Hallucination Detection in Large Language Models",
		]);
		const item = page.locator("[data-results] li").first();
		expect(await item.locator(".credits > *").allTextContents()).toEqual([
			"5 authors",
			"11 May 2026",
			"Reliability",
			"Reasoning",
		]);
		expect(await item.locator("mark").allTextContents()).toContain("Hallucination");
		expect(await page.locator("[data-notes]").textContent()).toBe("No paper has “halucination”.");
	});

	test("filters by topic, year and code, and the address holds it all", async () => {
		await page.goto(`${site.url}search/?q=tokens`);
		await page
			.getByRole("button", { name: /^Show all/ })
			.first()
			.click();
		await page.getByRole("checkbox", { name: /^Vision and language/ }).check();
		await page.waitForURL("**/search/?q=tokens&topic=vision-language");
		await status("3 papers for “tokens” with these filters");
		await page.getByRole("checkbox", { name: /^2025/ }).check();
		await page.getByRole("checkbox", { name: /^code/ }).check();
		await page.waitForURL("**/search/?q=tokens&topic=vision-language&year=2025&has=code");
		await status("1 paper for “tokens” with these filters");
		expect(await titles()).toEqual([
			"All You Need Are Random Visual Tokens? Demystifying Token Pruning in VLLMs",
		]);
		await page.goBack();
		await page.goBack();
		await status("3 papers");
		await expect.poll(() => page.getByRole("checkbox", { name: /^2025/ }).isChecked()).toBe(false);
		await page.getByRole("button", { name: "Take away the filter Vision and language" }).click();
		await page.waitForURL("**/search/?q=tokens");
		expect(problems).toEqual([]);
	});

	test("leaves papers out, and takes a range of years", async () => {
		await page.goto(`${site.url}search/?q=tokens`);
		const all = Number.parseInt((await page.locator("[data-status]").textContent()) ?? "", 10);
		await page.getByRole("button", { name: "Leave out Reasoning" }).click();
		await page.waitForURL("**/search/?q=tokens&topic=-reasoning");
		await status("with these filters");
		const left = await page.locator("[data-status]").textContent();
		expect(Number.parseInt(left ?? "", 10)).toBeLessThan(all || 99);
		await page.getByLabel("Year from").selectOption("2024");
		await page.getByLabel("Year to").selectOption("2025");
		await page.waitForURL("**/search/?q=tokens&topic=-reasoning&year=2024..2025");
		await page.waitForFunction(() =>
			[...document.querySelectorAll("[data-results] time")].every((time) =>
				/^202[45]/.test(time.getAttribute("datetime") ?? ""),
			),
		);
		expect(await page.locator(".chip").allTextContents()).toEqual(["not Reasoning×", "2024–2025×"]);
		await page.getByRole("button", { name: "Take away all" }).click();
		await page.waitForURL("**/search/?q=tokens");
		expect(problems).toEqual([]);
	});

	test("counts of filters follow the query", async () => {
		await page.goto(`${site.url}search/?q=turkish`);
		await status("1 paper for “turkish”");
		const facet = page.locator(".facet", { hasText: "Topic" });
		await facet.locator(".count").first().waitFor();
		expect(await facet.locator("label").allTextContents()).toEqual([
			"Benchmarks and evaluation1",
			"Languages of the world1",
			"Tokenization1",
		]);
	});

	test("a shared address shows the same search, newest first where it says so", async () => {
		await page.goto(`${site.url}search/?topic=tokenization&sort=newest`);
		await status("13 papers with these filters");
		const dates = await page
			.locator("[data-results] time")
			.evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
		expect(dates.length).toBeGreaterThan(5);
		expect(dates).toEqual([...dates].sort().reverse());
		await page.goto(`${site.url}search/?topic=tokenization,evaluation`);
		await status("5 papers with these filters");
		expect(problems).toEqual([]);
	});

	test("most discussed first", async () => {
		const { papers }: PapersJson = JSON.parse(
			readFileSync(path.join(site.dist, "papers.json"), "utf8"),
		);
		const most = papers.toSorted((a, b) => (b.commentCount ?? 0) - (a.commentCount ?? 0));
		await page.goto(`${site.url}search/?q=tokens&sort=discussed`);
		await results().first().waitFor();
		const first = (await titles())[0];
		const count = papers.find(({ title }) => typographic(title) === first)?.commentCount;
		expect(count).toBe(most[0]?.commentCount);
	});

	test("where nothing is asked it says what can be, in the place of the results", async () => {
		const example = page.getByText("author:finch", { exact: true }).first();
		const section = page.getByRole("region", { name: "Results" });
		await page.goto(`${site.url}search/`);
		await example.waitFor();
		expect(await section.isVisible()).toBe(false);
		await page.locator("[data-search-box]").fill("turkish");
		await section.waitFor();
		await example.waitFor({ state: "hidden" });
		await page.locator("[data-search-box]").fill("");
		await example.waitFor();
		await page.goto(`${site.url}search/?q=turkish`);
		await section.waitFor();
		expect(await example.isVisible()).toBe(false);
	});

	test("shows more results on demand, and moves the focus to the first of them", async () => {
		await page.goto(`${site.url}search/?q=language`);
		await results().first().waitFor();
		expect(await results().count()).toBe(10);
		await page.locator("[data-more]").click();
		await results().nth(10).waitFor();
		expect(
			await results()
				.nth(10)
				.evaluate((link) => link === document.activeElement),
		).toBe(true);
	});

	test("where nothing is found it offers what can be given up, near words and the topics", async () => {
		await page.goto(`${site.url}search/?q=turkish&topic=diffusion`);
		await status("No papers for “turkish” with these filters");
		const without = page.locator("[data-notes] li");
		expect(await without.allTextContents()).toEqual([
			"without the filter “Diffusion models”: 1 paper",
		]);
		await without.getByRole("link").click();
		await status("1 paper for “turkish”");
		await page.goto(`${site.url}search/?q=languaxyzzyq`);
		await status("No papers for “languaxyzzyq”");
		expect(await page.locator("[data-notes]").textContent()).toMatch(
			/^No paper has “languaxyzzyq”\.Near it: languag.* Or look through the topics\.$/,
		);
		expect(await page.locator("[data-status]").getAttribute("aria-live")).toBe("polite");
	});

	test("a wrong query explains itself", async () => {
		await page.goto(`${site.url}search/?q=${encodeURIComponent("auhtor:finch year:20")}`);
		await page.locator("[data-notes] p").first().waitFor();
		expect(await page.locator("[data-notes] p").allTextContents()).toEqual(
			expect.arrayContaining([
				"“auhtor:” is no part of a paper that can be asked for; did you mean author:? It is looked for as a word.",
				"“year:20” is no year. Write year:2025, year:2024..2026, year:2024.. or year:undated.",
			]),
		);
	});
});

describe("the dialog", () => {
	test("opens over any page, by / and by Ctrl K, and closes by Esc", async () => {
		await page.goto(`${site.url}topics/`);
		await page.keyboard.press("/");
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog", { name: "Search" }).waitFor({ state: "hidden" });
		await page.keyboard.press("Control+k");
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		expect(page.url()).toBe(`${site.url}topics/`);
		expect(problems).toEqual([]);
	});

	test("finds while typing; arrows go through the results, Enter opens, the words are marked, back leads back", async () => {
		await page.goto(site.url);
		await page.keyboard.press("/");
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		await page.keyboard.type("turkish");
		await page.locator("dialog [role=status]", { hasText: "1 paper for “turkish”" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/papers/optimal-turkish-subword-strategies-at-scale-**");
		await page.waitForFunction(() => (CSS.highlights.get("found")?.size ?? 0) > 2);
		await page.goBack();
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		await page.locator("dialog [role=status]", { hasText: "1 paper for “turkish”" }).waitFor();
		await page.keyboard.press("Escape");
		await page.waitForURL(site.url);
		expect(problems).toEqual([]);
	});

	test("Enter in its box leads to the page of search, with the query", async () => {
		await page.goto(site.url);
		await page.keyboard.press("/");
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		await page.keyboard.type("turkish");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/search/?q=turkish");
		await status("1 paper for “turkish”");
	});

	test.each([320, 1280])("is accessible at %d pixels, and fits", async (width) => {
		await page.setViewportSize({ width, height: 640 });
		await page.goto(site.url);
		await page.keyboard.press("/");
		await page.getByRole("dialog", { name: "Search" }).waitFor();
		await page.keyboard.type("tokens");
		await results().first().waitFor();
		expect(await violationsOn(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			width,
		);
	});
});

test("says so when the index cannot be had, and tries again", async () => {
	await page.route("**/pagefind/**", (route) => route.abort());
	await page.goto(`${site.url}search/?q=turkish`);
	await status("The search is not complete: the entry of the search index could not be loaded.");
	await page.unroute("**/pagefind/**");
	await page.getByRole("button", { name: "Try again" }).click();
	await status("1 paper for “turkish”");
});
