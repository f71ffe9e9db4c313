import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "../browser.ts";
import { buildSite, type Served, serveSite, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
const dist = path.join(folder, "dist");
let browser: Browser;
let site: Served;

beforeAll(async () => {
	await buildSite("tests/fixtures/birds", dist);
	[site, browser] = await Promise.all([serveSite("tests/fixtures/birds", dist), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	site?.stop();
	remove();
});

test("under a base path of two parts, search finds a paper and its link opens", async () => {
	expect(new URL(site.url).pathname).toBe("/a/b/");
	const { page, problems } = await openPage(browser);
	await page.goto(`${site.url}search/?q=wrens`);
	await page.locator("[data-results] a").first().click();
	await page.waitForURL("**/a/b/papers/wren/");
	expect(await page.locator("h1").textContent()).toBe("The wren’s loud song");
	expect(problems).toEqual([]);
});

test("a title that holds markup is text in the results, and words in another script are found", async () => {
	const { page, problems } = await openPage(browser);
	await page.goto(`${site.url}search/?q=swifts`);
	const title = page.locator("[data-results] h2").first();
	await title.waitFor();
	expect(await title.textContent()).toContain("<b>bold</b>");
	expect(await title.locator("b").count()).toBe(0);
	await page.goto(`${site.url}search/?q=${encodeURIComponent("هجرة")}`);
	await page.locator("[data-results] h2").first().waitFor();
	expect(await page.locator("[data-results] h2").first().textContent()).toContain("هجرة الطيور");
	expect(problems).toEqual([]);
});
