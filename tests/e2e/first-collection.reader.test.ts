import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { openPage } from "../browser.ts";
import { servedSite } from "../served.ts";

const site = servedSite("content");
let page: Page;
let problems: string[];

beforeEach(async () => {
	await page?.close();
	({ page, problems } = await openPage(site.browser));
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
		// With its styles: they hide what needs JavaScript.
		await page.waitForURL(/\/search\/$/, { waitUntil: "load" });
		expect(await page.locator("noscript, .lead").first().textContent()).toContain(
			"needs JavaScript",
		);
		expect(await page.locator("form[role=search]:visible").count()).toBe(0);
		expect(problems).toEqual([]);
	});
});
