import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOn } from "../axe.ts";
import { launchBrowser, openPage } from "../browser.ts";
import { writeEmptyCollection, writeOddCollection } from "../odd.ts";
import { compareScreenshot, useOwnFonts } from "../screenshots.ts";
import { buildSite, type Served, serveSite, temporaryFolder } from "../site.ts";

const { folder, remove } = temporaryFolder();
let browser: Browser;
let sites: { odd: Served; empty: Served };

beforeAll(async () => {
	const write = { odd: writeOddCollection, empty: writeEmptyCollection };
	const serve = async (name: "odd" | "empty") => {
		const content = path.join(folder, name);
		mkdirSync(content);
		write[name](content);
		await buildSite(content, path.join(folder, `${name}-dist`));
		return serveSite(content, path.join(folder, `${name}-dist`));
	};
	sites = { odd: await serve("odd"), empty: await serve("empty") };
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	for (const site of Object.values(sites ?? {})) site.stop();
	remove();
});

/** Pages to look at; those with letters that the test's font lacks are not compared by their pixels. */
const PAGES: [name: string, site: "odd" | "empty", at: string, compared: boolean][] = [
	["home", "odd", "", false],
	["no-date", "odd", "papers/no-date/", true],
	["no-abstract", "odd", "papers/no-abstract/", true],
	["nothing-but-a-title", "odd", "papers/nothing-but-a-title/", true],
	["long-title", "odd", "papers/long-title/", true],
	["one-word", "odd", "papers/one-word/", true],
	["long-abstract", "odd", "papers/long-abstract/", true],
	["forty-authors", "odd", "papers/forty-authors/", true],
	["every-topic", "odd", "papers/every-topic/", true],
	["right-to-left", "odd", "papers/right-to-left/", false],
	["emoji", "odd", "papers/emoji/", false],
	["future", "odd", "papers/future/", false],
	["topics", "odd", "topics/", true],
	["topic", "odd", "topics/topic-1/", true],
	["topic-without-papers", "odd", "topics/topic-7/discussed/", true],
	["dates", "odd", "dates/", true],
	["stats", "odd", "stats/", false],
	["search", "odd", "search/", true],
	["empty-home", "empty", "", true],
	["empty-papers", "empty", "papers/", true],
	["empty-topics", "empty", "topics/", true],
	["empty-dates", "empty", "dates/", true],
	["empty-search", "empty", "search/?q=a", true],
	["empty-stats", "empty", "stats/", false],
];

async function violations(page: Page): Promise<string[]> {
	return (await violationsOn(page)).flatMap(({ id, nodes }) =>
		nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
	);
}

describe.each(PAGES)("%s", (name, site, at, compared) => {
	test("looks intended: accessible, no sideways scrolling, as in its picture", async () => {
		const { page, problems } = await openPage(browser, { reducedMotion: "reduce" });
		await page.goto(sites[site].url + at, { waitUntil: "load" });
		if (at.startsWith("search/")) {
			await page.locator("[data-status]:not(:empty), .facet").first().waitFor();
		}
		await useOwnFonts(page);
		for (const [width, colorScheme] of [
			[360, "light"],
			[1280, "dark"],
		] as const) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
				width,
			);
			if (compared)
				expect(await compareScreenshot(page, `${name}-${width}-${colorScheme}`)).toBeUndefined();
		}
		expect(await violations(page)).toEqual([]);
		expect(problems).toEqual([]);
		await page.close();
	});
});

test("a paper in a language of its own has its direction and its language", async () => {
	const { page } = await openPage(browser);
	await page.goto(`${sites.odd.url}papers/right-to-left/`);
	const heading = page.locator("h1");
	expect(await heading.getAttribute("lang")).toBe("ar");
	expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
	await page.close();
});
