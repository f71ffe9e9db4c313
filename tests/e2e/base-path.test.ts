import { expect, test } from "vitest";
import { openPage } from "../browser.ts";
import { servedSite } from "../served.ts";

const site = servedSite("tests/fixtures/birds");

test("under a base path of two parts, search finds a paper and its link opens", async () => {
	expect(new URL(site.url).pathname).toBe("/a/b/");
	const { page, problems } = await openPage(site.browser);
	await page.goto(`${site.url}search/?q=wrens`);
	await page.locator("[data-results] a").first().click();
	await page.waitForURL("**/a/b/papers/wren/?highlight=*");
	expect(await page.locator("h1").textContent()).toBe("The wren’s loud song");
	expect(problems).toEqual([]);
});

test("a title that holds markup is text in the results, and words in another script are found", async () => {
	const { page, problems } = await openPage(site.browser);
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
