import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { buildSearch } from "../src/build/search/build.ts";
import type { PapersJson, PublicPaper } from "../src/exports/papers-json.ts";
import { launchBrowser } from "./browser.ts";
import { type FaultyServer, serveFiles } from "./faulty-server.ts";
import { packSite } from "./pack-site.ts";
import { paper } from "./search-index.ts";
import { siteIn } from "./served.ts";
import { temporaryFolder } from "./site.ts";

const BASE = "/a/b/";
const NOTES = 24;
/** Words in 16 papers are common here: see `Contents.common`. */
const COMMON = 4;
/** The names of files are in tables here, as in large collections. */
const TABLED = { papers: 0, rows: 4 };

/** What no search may say while a file is missing. */
const SAYS_NONE = /^(?:0\b|No papers\b)/;

declare global {
	/** Everything that the search has said on this page. */
	var saidBySearch: string[] | undefined;
}

/**
 * The birds and some notes, enough for several chunks and lists of words, in editions whose
 * server can fail; and a reader without a service worker for each test.
 */
export class SearchSite {
	server!: FaultyServer;
	browser!: Browser;
	context!: BrowserContext;
	page!: Page;
	readonly first: string;
	/** One paper more, and the wren's title is another. */
	readonly second: string;
	/** The papers of the first edition, whose scripts and styles have other names. */
	readonly renamed: string;
	/** The first edition as a server has it that unpacks what is packed. */
	readonly unpacked: string;

	constructor() {
		const { folder, remove } = temporaryFolder();
		this.first = path.join(folder, "first");
		this.second = path.join(folder, "second");
		this.renamed = path.join(folder, "renamed");
		this.unpacked = path.join(folder, "unpacked");
		beforeAll(async () => {
			await siteIn("tests/fixtures/birds", this.first);
			const { papers, topics }: PapersJson = JSON.parse(
				readFileSync(path.join(this.first, "papers.json"), "utf8"),
			);
			cpSync(this.first, this.second, { recursive: true });
			await writeIndex(this.first, { topics, papers: [...papers, ...notes()] });
			await writeIndex(this.second, { topics, papers: [...revised(papers), ...notes()] });
			rename(this.first, this.renamed);
			unpack(this.first, this.unpacked);
			this.browser = await launchBrowser();
		});
		afterAll(async () => {
			await this.browser?.close();
			remove();
		});
		beforeEach(async () => {
			this.server = await serveFiles(this.first, BASE);
			await this.renew("block");
		});
		afterEach(async () => {
			await this.context.close();
			await this.server.stop();
		});
	}

	/** A reader with a browser of their own in the place of the one before. */
	async renew(serviceWorkers: "allow" | "block"): Promise<void> {
		await this.context?.close();
		this.context = await this.browser.newContext({ serviceWorkers });
		await this.context.addInitScript(listen);
		this.page = await this.context.newPage();
	}

	/** Opens a page; the path may hold a query. */
	async open(at = "search/"): Promise<void> {
		await this.page.goto(this.server.url + at);
	}

	/** The same, and waits until the service worker looks after it. */
	async openKept(at = "search/"): Promise<void> {
		await this.open(at);
		await this.page.waitForFunction(() => navigator.serviceWorker.controller);
	}

	async type(query: string): Promise<void> {
		await this.page.locator("paper-search [data-search-box]").fill(query);
	}

	/** Presses `/`, as people do who want to search over a page, and waits for the dialog. */
	async openDialog(): Promise<Locator> {
		await this.page.keyboard.press("/");
		const dialog = this.page.getByRole("dialog", { name: "Search" });
		await dialog.waitFor();
		return dialog;
	}

	titles(): Promise<string[]> {
		return this.page.locator("[data-results] h2 a").allTextContents();
	}

	notes(): Promise<string[]> {
		return this.page.locator(".notes > p:not(.actions)").allTextContents();
	}

	/** The papers of a search are these, in this order, and none was missed on the way there. */
	async expectTitles(titles: readonly string[]): Promise<void> {
		await expect.poll(() => this.titles(), { timeout: 5000 }).toEqual(titles);
		await this.expectNothingUntrue();
	}

	/** The search says what is missing and what to do, where people see it, and shows no papers. */
	async expectFailure(message: string): Promise<void> {
		const status = this.page.locator("[role=status]:visible", { hasText: "not complete" });
		await expect.poll(() => status.textContent({ timeout: 5000 }), { timeout: 5000 }).toBe(message);
		expect(await this.titles()).toEqual([]);
		await this.expectNothingUntrue();
	}

	/** Until now, no search has said that there are no papers. */
	async expectNothingUntrue(): Promise<void> {
		const said = await this.page.evaluate(() => globalThis.saidBySearch ?? []);
		expect(said.filter((text) => SAYS_NONE.test(text))).toEqual([]);
	}

	/** What the search has said on this page. */
	said(): Promise<string[]> {
		return this.page.evaluate(() => globalThis.saidBySearch ?? []);
	}

	/** Mends the server and presses the button that a failed search shows. */
	async tryAgain(): Promise<void> {
		this.server.mend();
		// The filters may still have one of their own, which does the same.
		await this.page.getByRole("button", { name: "Try again" }).first().click();
	}
}

/** Runs in pages: writes down every text of the status and of the notes. */
function listen(): void {
	globalThis.saidBySearch = [];
	new MutationObserver(() => {
		for (const part of document.querySelectorAll("[role=status], .notes > p")) {
			const text = part.textContent ?? "";
			if (text && globalThis.saidBySearch?.at(-1) !== text) globalThis.saidBySearch?.push(text);
		}
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Gives a built site the search index of these papers, and an offline copy with it. */
async function writeIndex(
	dist: string,
	{ topics, papers }: Pick<PapersJson, "topics" | "papers">,
): Promise<void> {
	const ordered = papers.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
	for (const folder of ["pagefind", "offline"]) {
		for (const file of filesOf(path.join(dist, folder), /\.p\w+$/)) rmSync(file);
	}
	const searched = { papers: ordered, topics };
	const { files } = await buildSearch(searched, "en-GB", { common: COMMON, tabled: TABLED });
	for (const [name, bytes] of files) {
		const file = path.join(dist, "pagefind", name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
	await packSite({ folder: dist, base: BASE, cache: `${dist}-cache` });
}

function notes(): PublicPaper[] {
	return Array.from({ length: NOTES }, (_, at) => {
		const words = Array.from({ length: 150 }, (_, word) => unlike((at + 1) * 150 + word));
		return paper({
			title: `Field note ${at + 1}`,
			abstract: `A note on robins. ${words.join(" ")}.`,
			date: `2022-01-${String(at + 1).padStart(2, "0")}`,
			authors: ["Ada O'Finch", "Émile Rossignol"],
			topics: ["song"],
		});
	});
}

function revised(papers: readonly PublicPaper[]): PublicPaper[] {
	const more = paper({
		title: "Çalıkuşu und Zaunkönig",
		abstract: "Another wren, and another song.",
		date: "2025-05-05",
		authors: ["Ada O'Finch"],
		topics: ["song"],
	});
	const title = "The wren’s louder song";
	return [...papers.map((one) => (one.id === "wren" ? { ...one, title } : one)), more];
}

/** A word for a number that is no word of another. */
function unlike(number: number): string {
	return [...String(number)]
		.map((digit) => `${"bdfgklmnrs"[Number(digit)]}${"aeiou"[Number(digit) % 5]}`)
		.join("");
}

/** A site whose scripts and styles have other names: what a change of the program makes of them. */
function rename(from: string, to: string): void {
	cpSync(from, to, { recursive: true });
	const folder = path.join(to, "_astro");
	const names = readdirSync(folder);
	const other = (name: string) => name.replace(/\.(\w+)$/, "-2.$1");
	for (const file of filesOf(to, /\.(?:html|js)$/)) {
		const text = readFileSync(file, "utf8");
		writeFileSync(
			file,
			names.reduce((some, name) => some.replaceAll(name, other(name)), text),
		);
	}
	for (const name of names) {
		cpSync(path.join(folder, name), path.join(folder, other(name)));
		rmSync(path.join(folder, name));
	}
}

function unpack(from: string, to: string): void {
	cpSync(from, to, { recursive: true });
	for (const file of filesOf(path.join(to, "pagefind"), /\.pf_\w+$/)) {
		writeFileSync(file, gunzipSync(readFileSync(file)));
	}
}

function filesOf(folder: string, name: RegExp): string[] {
	mkdirSync(folder, { recursive: true });
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => name.test(file))
		.map((file) => path.join(folder, file));
}
