import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { archivedBirds, fileAddress, unpack } from "../archive.ts";
import { openPage } from "../browser.ts";
import { type FaultyServer, serveFiles } from "../faulty-server.ts";
import { OfflineSite } from "../offline-site.ts";
import { servedSite } from "../served.ts";
import { build, temporaryFolder } from "../site.ts";

const site = servedSite("tests/fixtures/birds");
const many = servedSite("content");
let server: FaultyServer;
let page: Page;
let problems: string[];

beforeEach(async () => {
	server = await serveFiles(site.dist, "/a/b/");
	({ page, problems } = await openPage(site.browser, {
		permissions: ["clipboard-read", "clipboard-write"],
	}));
});
afterEach(async () => {
	await page.close();
	await server.stop();
});

const SWIFTS = "papers/10.1000-swifts/";
const text = () => page.locator(".cite pre").textContent();

async function downloaded(button: string, from = page): Promise<{ name: string; text: string }> {
	const [file] = await Promise.all([
		from.waitForEvent("download"),
		from.getByRole("button", { name: button }).click(),
	]);
	return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("a reader opens “Cite” by keyboard, chooses a format, copies and downloads it", async () => {
	await page.goto(server.url + SWIFTS);
	expect(server.requests.filter((file) => file.startsWith("cite/"))).toEqual([]);
	await page.locator(".cite summary").focus();
	await page.keyboard.press("Enter");
	await expect.poll(text).toMatch(/^@article\{ofinch-2024-swifts,/);
	await page.getByLabel("Format").selectOption("APA");
	const apa =
		"O’Finch, A., & Rossignol, É. (2024). Swifts sleep on the wing: x2 & <b>bold</b> claims. Journal of Ornithology. https://doi.org/10.1000/swifts";
	expect((await text())?.replace("O'", "O’").replace("x²", "x2").replace("x^2", "x2")).toBe(apa);
	await page.getByRole("button", { name: "Copy" }).click();
	await expect.poll(() => page.locator(".cite [role=status]").textContent()).toBe("Copied");
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text());
	const file = await downloaded("Download");
	expect(file.name).toBe("10.1000-swifts.apa.txt");
	expect(file.text).toBe(`${await text()}\n`);
	// The choice stays.
	await page.goto(`${server.url}papers/wren/`);
	await page.locator(".cite summary").click();
	await expect.poll(text).toMatch(/^Society for Birds\. \(2023/);
	expect(problems).toEqual([]);
});

test("without JavaScript, “Cite” leads to files", async () => {
	const context = await site.browser.newContext({ javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto(server.url + SWIFTS);
	await plain.locator(".cite summary").click();
	for (const name of ["BibTeX", "RIS", "CSL-JSON"]) {
		const link = plain.locator(".cite").getByRole("link", { name, exact: true });
		expect(await link.isVisible()).toBe(true);
		const answer = await fetch(new URL((await link.getAttribute("href")) ?? "", server.url));
		expect(answer.status, name).toBe(200);
		expect(await answer.text()).toContain("ofinch-2024-swifts");
	}
	await context.close();
});

describe("a file of citations that cannot be had", () => {
	test.each([
		["missing", "The server does not have it"],
		["html", "A web page came in its place"],
		["truncated", "The connection failed"],
		["text", "It arrived damaged"],
	] as const)("%s: the page says so, and tries again", async (fault, said) => {
		server.break(/^cite\//, fault);
		await page.goto(server.url + SWIFTS);
		await page.locator(".cite summary").click();
		await expect
			.poll(() => page.locator(".cite [role=alert]").textContent())
			.toContain(`This cannot be cited now: the file of citations could not be loaded. ${said}`);
		expect(await page.locator(".cite").getByRole("link", { name: "BibTeX" }).isVisible()).toBe(
			true,
		);
		server.mend();
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(text).toMatch(/^@article/);
	});
});

test("saved papers and papers found are cited in one file", async () => {
	await page.goto(server.url + SWIFTS);
	await page.locator("[data-save]").first().click();
	await page.goto(`${server.url}papers/wren/`);
	await page.locator("[data-save]").first().click();
	await page.goto(`${server.url}saved/`);
	const saved = await downloaded("BibTeX");
	expect(saved.name).toBe("saved-papers.bib");
	expect(saved.text.match(/^@.*/gm)).toEqual([
		"@article{ofinch-2024-swifts,",
		"@misc{wren-2023-loud,",
	]);
	await page.goto(`${server.url}search/?q=song`);
	await page.locator("[data-results] li").first().waitFor();
	const found = await downloaded("CSL-JSON");
	expect(found.name).toBe("found-papers.csl.json");
	expect(JSON.parse(found.text).map(({ id }: { id: string }) => id)).toEqual(["wren-2023-loud"]);
	server.break(/^cite\//, "missing");
	await page.reload();
	await page.locator("[data-results] li").first().waitFor();
	await page.getByRole("button", { name: "RIS" }).click();
	await expect
		.poll(() => page.locator("[data-said]").textContent())
		.toMatch(/^This cannot be cited now: the file of citations could not be loaded\./);
});

test("all papers that a search finds are cited, not only those that are shown", async () => {
	await server.stop();
	server = await serveFiles(many.dist, "/offprint/");
	await page.goto(`${server.url}search/?q=token`);
	await page.locator("[data-more]").waitFor();
	expect(await page.locator("[data-results] li").count()).toBe(10);
	const count = Number.parseInt((await page.locator("[data-status]").textContent()) ?? "", 10);
	expect(count).toBeGreaterThan(20);
	server.break(/\.pf_ids$/, "missing");
	await page.getByRole("button", { name: "RIS" }).click();
	await expect
		.poll(() => page.locator("[data-said]").textContent())
		.toMatch(/^This cannot be cited now: the list of all papers could not be loaded\./);
	server.mend();
	const { text } = await downloaded("CSL-JSON");
	const ids = JSON.parse(text).map(({ id }: { id: string }) => id);
	expect(new Set(ids).size).toBe(count);
	await expect
		.poll(() => page.locator("[data-said]").textContent())
		.toBe(`Downloaded ${count} papers`);
});

test("where papers have no files of their own, the page writes them", async () => {
	const { folder, remove } = temporaryFolder();
	const dist = path.join(folder, "dist");
	const built = await build("tests/fixtures/birds", dist, {
		env: { OFFPRINT_MOST_FILES: "1" },
	});
	expect(built.output).toContain(
		"the files of each paper (papers/<id>.json, .md, .bib …) are left out",
	);
	await server.stop();
	server = await serveFiles(dist, "/a/b/");
	await page.goto(server.url + SWIFTS);
	const links = page.locator(".cite [data-files]");
	expect(await links.textContent()).toContain("In the files of all papers:");
	await page.locator(".cite summary").click();
	await expect.poll(text).toMatch(/^@article\{ofinch-2024-swifts,/);
	expect(await links.isVisible()).toBe(false);
	for (const [format, name] of [
		["BibTeX", "10.1000-swifts.bib"],
		["RIS", "10.1000-swifts.ris"],
		["CSL-JSON", "10.1000-swifts.csl.json"],
	] as const) {
		await page.getByLabel("Format").selectOption(format);
		const file = await downloaded("Download");
		expect([file.name, file.text.includes("ofinch-2024-swifts")]).toEqual([name, true]);
	}
	expect(problems).toEqual([]);
	remove();
});

/** Cites a paper on its page, saves it, cites the saved papers and what a search finds. */
async function citeEverywhere(from: Page, addressOf: (file: string) => string): Promise<void> {
	await from.goto(addressOf("papers/wren/index.html"));
	await from.locator(".cite summary").click();
	await expect
		.poll(() => from.locator(".cite pre").textContent())
		.toMatch(/^@misc\{wren-2023-loud,/);
	expect((await downloaded("Download", from)).name).toBe("wren.bib");
	await from.locator("[data-save]").first().click();
	await from.goto(addressOf("saved/index.html"));
	const saved = await downloaded("RIS", from);
	expect(saved.name).toBe("saved-papers.ris");
	expect(saved.text.match(/^ID .*/gm)).toEqual(["ID  - wren-2023-loud"]);
	await from.goto(`${addressOf("search/index.html")}?q=swifts`);
	await from.locator("[data-results] li").first().waitFor();
	const found = await downloaded("BibTeX", from);
	expect(found.name).toBe("found-papers.bib");
	expect(found.text.match(/^@.*/gm)).toEqual(["@article{ofinch-2024-swifts,"]);
}

describe("from the copy on this device, without a network", () => {
	const copy = new OfflineSite();

	test("papers, saved papers and papers found are cited", async () => {
		await copy.takeOffline();
		await copy.server.stop();
		await citeEverywhere(copy.page, (file) => copy.server.url + file.replace(/index\.html$/, ""));
	});
});

describe("in the archive, without a network", () => {
	const birds = archivedBirds();

	test("papers, saved papers and papers found are cited", async () => {
		const archive = await openPage(site.browser, { offline: true });
		await citeEverywhere(archive.page, (file) => fileAddress(birds.unpacked, file));
		expect(archive.problems).toEqual([]);
		await archive.page.close();
	});

	test("a paper can be cited, and a file that is not there is told", async () => {
		const archive = await openPage(site.browser, { offline: true });
		await archive.page.goto(fileAddress(birds.unpacked, "papers/wren/index.html"));
		await archive.page.locator(".cite summary").click();
		await expect
			.poll(() => archive.page.locator(".cite pre").textContent())
			.toMatch(/^@misc\{wren-2023-loud,/);
		expect(archive.problems).toEqual([]);
		const other = unpack(birds.zip, path.join(birds.folder, "other"));
		rmSync(path.join(other, "data/cite/0.json.js"));
		await archive.page.goto(fileAddress(other, "papers/wren/index.html"));
		await archive.page.locator(".cite summary").click();
		await expect
			.poll(() => archive.page.locator(".cite [role=alert]").textContent())
			.toContain("It is not in the folder of the archive. Unpack the whole zip file again");
		await archive.page.close();
	});
});
