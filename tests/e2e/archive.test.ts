import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archivedBirds, fileAddress, pagesIn, unpack } from "../archive.ts";
import { launchBrowser, openPage } from "../browser.ts";

const birds = archivedBirds();
let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser?.close());

const address = (file: string) => fileAddress(birds.unpacked, file);

/** A page of the archive in a browser without a network. */
async function opened(
	file: string,
	folder = birds.unpacked,
): Promise<{ page: Page; problems: string[] }> {
	const made = await openPage(browser, { offline: true });
	await made.page.route(/^https?:/, (route) => route.abort());
	await made.page.goto(fileAddress(folder, file));
	return made;
}

describe("opened from a folder, without a network", () => {
	test("the search over a page finds a paper, opens it and marks the words", async () => {
		const { page, problems } = await opened("index.html");
		await page.keyboard.press("/");
		await page.locator("dialog input[type=search]").fill("wrens");
		await page.locator("dialog [data-results] a").first().click();
		await page.waitForURL("**/papers/wren/index.html?highlight=*");
		expect(await page.locator("h1").textContent()).toBe("The wren’s loud song");
		await expect
			.poll(() => page.evaluate(() => CSS.highlights.get("found")?.size))
			.toBeGreaterThan(0);
		expect(problems).toEqual([]);
	});

	test("the page of search keeps its state in the address, narrows and goes back", async () => {
		const { page, problems } = await opened("index.html");
		await page.locator(".search-form input").first().fill("swifts");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/search/index.html?q=swifts");
		await page.locator("[data-results] h2").first().waitFor();
		const box = page.locator("paper-search [data-search-box]");
		await box.fill("هجرة");
		await page.locator("[data-results] h2", { hasText: "هجرة الطيور" }).waitFor();
		expect(new URL(page.url()).searchParams.get("q")).toBe("هجرة");
		await page.reload();
		await page.locator("[data-results] h2", { hasText: "هجرة الطيور" }).waitFor();
		await page.locator("[data-facets] input[type=checkbox]").first().check();
		await page.locator("[data-chips] .chip").first().waitFor();
		await page.goBack();
		await page.locator("[data-chips]").waitFor({ state: "hidden" });
		expect(problems).toEqual([]);
	});

	test("a paper saved on its page stands in the list, and the list leads back to it", async () => {
		const { page, problems } = await opened("papers/wren/index.html");
		await page.locator("[data-save]").first().click();
		await page.getByRole("link", { name: "Saved", exact: true }).click();
		const link = page.locator("saved-list .title a");
		expect(await link.getAttribute("href")).toBe(address("papers/wren/index.html"));
		const download = page.waitForEvent("download");
		await page.locator("[data-export=json]").click();
		const list = JSON.parse(readFileSync(await (await download).path(), "utf8"));
		expect(list.papers[0].url).toBe("https://example.org/a/b/papers/wren/");
		await link.click();
		await page.waitForURL("**/papers/wren/index.html");
		expect(await page.locator("[data-save]").first().textContent()).toBe("Saved");
		expect(problems).toEqual([]);
	});

	test("the theme stays, and a former address leads to the paper", async () => {
		const { page, problems } = await opened("index.html");
		await page.locator("[data-theme-choice]").selectOption("dark");
		await page.goto(address("papers/swifts-sleep/index.html"));
		await page.waitForURL("**/papers/10.1000-swifts/index.html");
		expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
		const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(paper).not.toBe("rgb(251, 248, 242)");
		expect(problems).toEqual([]);
	});

	test("every page opens without a problem", async () => {
		const { page, problems } = await opened("index.html");
		for (const file of pagesIn(birds.unpacked)) {
			await page.goto(address(file));
			await page.locator("h1").first().waitFor();
		}
		expect(problems).toEqual([]);
	});
});

describe("a folder that is not whole", () => {
	const folder = path.join(birds.folder, "broken");
	let broken: string;
	const data = (part: string) =>
		readdirSync(path.join(broken, "data"), { recursive: true, encoding: "utf8" })
			.filter((name) => name.startsWith(part) && name.endsWith(".js"))
			.map((name) => path.join(broken, "data", name));
	const saidOf = async () => {
		const { page } = await opened("search/index.html", broken);
		await page.locator("paper-search [data-search-box]").fill("wrens");
		const status = page.locator("paper-search [data-status]");
		await expect.poll(() => status.textContent()).toContain("not complete");
		return status.textContent();
	};

	test.each([
		["a missing file", "words", (file: string) => rmSync(file)],
		["a missing record", "records", (file: string) => rmSync(file)],
		["a file that is cut off", "index", (file: string) => writeFileSync(file, half(file))],
		["a record that is cut off", "records", (file: string) => writeFileSync(file, half(file))],
		["a file that is empty", "contents", (file: string) => writeFileSync(file, "")],
		[
			"a file with one letter changed",
			"index",
			(file: string) => writeFileSync(file, changed(file)),
		],
	])("%s is told", async (_, part, spoil) => {
		rmSync(folder, { recursive: true, force: true });
		broken = unpack(birds.zip, folder);
		for (const file of data(part)) spoil(file);
		expect(await saidOf()).toMatchSnapshot();
	});
});

function half(file: string): Buffer {
	const bytes = readFileSync(file);
	return bytes.subarray(0, bytes.length / 2);
}

function changed(file: string): string {
	const text = readFileSync(file, "utf8");
	const at = text.length - 40;
	return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
}
