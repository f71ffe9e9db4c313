import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TEMPLATES } from "../pages.ts";
import { servedSite } from "../served.ts";

const site = servedSite("content");
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
	context = await site.browser.newContext({ colorScheme: "light" });
	page = await context.newPage();
});
afterEach(() => context.close());

const background = () =>
	page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("the theme follows the system, can be set, and is there on the next page before it is drawn", async () => {
	await page.goto(site.url);
	const light = await background();
	await page.emulateMedia({ colorScheme: "dark" });
	const dark = await background();
	expect(dark).not.toBe(light);
	await page.selectOption("[data-theme-choice]", "light");
	expect(await background()).toBe(light);
	await page.goto(`${site.url}topics/`, { waitUntil: "commit" });
	await page.waitForSelector("html[data-theme=light]", { state: "attached" });
	expect(await background()).toBe(light);
	await page.waitForLoadState();
	await page.selectOption("[data-theme-choice]", "");
	expect(await background()).toBe(dark);
});

test("papers are saved in lists and on their pages, listed, exported and taken away", async () => {
	await page.goto(`${site.url}papers/`);
	const first = page.locator("[data-save]").first();
	await first.click();
	expect(await first.textContent()).toBe("Saved");
	await page.goto(`${site.url}${TEMPLATES.paper}`);
	await page.keyboard.press("s");
	expect(await page.locator("[data-save]").getAttribute("aria-pressed")).toBe("true");
	await page.goto(`${site.url}saved/`);
	expect(await page.locator("[data-status]").textContent()).toBe("2 papers");
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "Download as JSON" }).click(),
	]);
	const exported = JSON.parse(readFileSync(await download.path(), "utf8"));
	expect(exported.papers.map(({ url }: { url: string }) => url)).toEqual([
		expect.stringMatching(/\/papers\/the-african-language-tax/),
		`${site.url}${TEMPLATES.paper}`,
	]);
	await page.locator("[data-remove]").first().click();
	expect(await page.locator("[data-status]").textContent()).toBe("1 paper");
	await page.getByRole("button", { name: "Take all" }).click();
	expect(await page.locator("[data-status]").textContent()).toBe("No papers saved yet.");
});

test("a damaged or hostile list of saved papers does no harm", async () => {
	await page.goto(`${site.url}saved/`);
	for (const value of [
		"{",
		"[1,null]",
		'[{"url":"javascript:alert(1)","title":"<b>","byline":""}]',
		'[{"url":"//evil.example/","title":"x","byline":""}]',
	]) {
		await page.evaluate((text) => localStorage.setItem("offprint:saved", text), value);
		await page.reload();
		expect(await page.locator("[data-status]").textContent()).toBe("No papers saved yet.");
	}
});

test("keys move through a list, open and save, and are off while typing and when switched off", async () => {
	await page.goto(`${site.url}papers/`);
	await page.keyboard.press("j");
	await page.keyboard.press("j");
	await page.keyboard.press("k");
	await page.keyboard.press("j");
	const second = await page.locator(".paper-item .title a").nth(1).getAttribute("href");
	expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(second);
	await page.keyboard.press("o");
	await page.waitForURL(`**${second}`);
	await page.keyboard.press("/");
	await page.keyboard.type("jokes?");
	const dialog = page.getByRole("dialog", { name: "Search" });
	expect(await dialog.getByRole("searchbox").inputValue()).toBe("jokes?");
	await page.keyboard.press("Escape");
	expect(await page.locator("dialog[open]").count()).toBe(0);
	await page.locator("h1").click();
	await page.keyboard.press("?");
	await page.getByLabel("Use these keys").uncheck();
	await page.keyboard.press("Escape");
	await page.keyboard.press("?");
	expect(await page.locator("dialog[open]").count()).toBe(0);
	await page.getByRole("button", { name: "Keyboard" }).click();
	await page.getByLabel("Use these keys").check();
	await page.getByRole("button", { name: "Close" }).click();
	await page.keyboard.press("?");
	expect(await page.locator("dialog[open]").count()).toBe(1);
});

test("lists are comfortable or dense, also on the next visit", async () => {
	await page.goto(`${site.url}papers/`);
	const teaser = page.locator(".teaser").first();
	expect(await teaser.isVisible()).toBe(true);
	await page.getByRole("button", { name: "Dense" }).click();
	expect(await teaser.isVisible()).toBe(false);
	await page.goto(`${site.url}topics/tokenization/`);
	expect(await page.locator(".teaser").first().isVisible()).toBe(false);
});

test("what was listed since the last visit is marked, and nothing is on the first", async () => {
	await page.goto(`${site.url}papers/`);
	expect(await page.locator(".is-new").count()).toBe(0);
	const visit = (last: string) =>
		page.evaluate((day) => localStorage.setItem("offprint:visit", `0 ${Date.parse(day)}`), last);
	await visit("2026-06-01");
	await page.reload();
	expect(await page.locator(".is-new").count()).toBe(36);
	await visit("2026-08-01");
	await page.reload();
	expect(await page.locator(".is-new").count()).toBe(0);
});

test("a browser that keeps nothing reads all the same", async () => {
	await page.addInitScript(() => {
		Object.defineProperty(window, "localStorage", {
			get() {
				throw new DOMException("no", "SecurityError");
			},
		});
	});
	const errors: string[] = [];
	page.on("pageerror", (error) => errors.push(error.message));
	await page.goto(`${site.url}papers/`);
	await page.getByRole("button", { name: "Dense" }).click();
	await page.locator("[data-save]").first().click();
	expect(errors).toEqual([]);
});

test("nothing moves while a page comes to life", async () => {
	for (const at of [
		TEMPLATES.home,
		TEMPLATES.paper,
		TEMPLATES.topic,
		TEMPLATES.dates,
		TEMPLATES.day,
	]) {
		await page.goto(site.url + at, { waitUntil: "networkidle" });
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries())
							sum += (entry as unknown as { value: number }).value;
					}).observe({ type: "layout-shift", buffered: true });
					setTimeout(() => resolve(sum), 100);
				}),
		);
		expect(shift, at).toBe(0);
	}
});
