import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Manifest } from "../src/offline/manifest.ts";
import { type FaultyServer, serveFiles } from "./faulty-server.ts";
import { packSite } from "./pack-site.ts";
import { servedSite } from "./served.ts";
import { temporaryFolder } from "./site.ts";

const BASE = "/a/b/";

/** Small, so that a site of a few pages has several parts. */
const PART_BYTES = 6_000;

/**
 * A site in two editions whose server can fail, and a reader with a browser of their own
 * for each test. Pages of the second edition begin with its name.
 */
export class OfflineSite {
	server!: FaultyServer;
	context!: BrowserContext;
	page!: Page;
	/** Of the first edition, which is the one that is served at first. */
	manifest!: Manifest;
	/** Of the second. */
	next!: Manifest;
	readonly second: string;
	readonly #site = servedSite("tests/fixtures/birds");

	constructor() {
		const { folder, remove } = temporaryFolder();
		this.second = path.join(folder, "second");
		beforeAll(() => this.#makeEditions());
		afterAll(remove);
		beforeEach(async () => {
			this.server = await serveFiles(this.dist, BASE);
			this.context = await this.#site.browser.newContext();
			this.page = await this.context.newPage();
		});
		afterEach(async () => {
			await this.context.close();
			await this.server.stop();
		});
	}

	/** The first edition, built. */
	get dist(): string {
		return this.#site.dist;
	}

	/** Opens a page and waits until the service worker looks after it. */
	async open(at = ""): Promise<void> {
		await this.page.goto(this.server.url + at);
		await this.page.waitForFunction(() => navigator.serviceWorker.controller);
	}

	/** Waits until the page that is open is kept as seen, with the program that tells of it. */
	async kept(at: string): Promise<void> {
		await expect
			.poll(() =>
				this.page.evaluate(async (address) => {
					const files = (
						await Promise.all(
							(await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
						)
					).flat();
					const has = (test: (url: string) => boolean) => files.some(({ url }) => test(url));
					return (
						has(
							(url) =>
								url.startsWith(address) && /^(?:index\.html)?$/.test(url.slice(address.length)),
						) && has((url) => /\/_astro\/start\./.test(url))
					);
				}, this.server.url + at),
			)
			.toBe(true);
	}

	/** What a page of the site gets for an address. */
	fetched(address: string): Promise<string> {
		return this.page.evaluate(async (url) => (await fetch(url)).text(), address);
	}

	async takeOffline(): Promise<void> {
		await this.open("offline/");
		await this.button(/^Take this collection offline/).click();
		await expect.poll(() => this.status().textContent(), { timeout: 10_000 }).toMatch(/^Done/);
	}

	/** What the page on offline reading tells. */
	status(): Locator {
		return this.page.locator("[data-status]");
	}

	/** The same without the sizes of this build. */
	async message(): Promise<string | undefined> {
		const sizes = /\d+(?= (?:of|kB|bytes|\())|(?<=of )\d+|(?<=instead of )\d+/g;
		return (await this.status().textContent())?.replace(sizes, "#");
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole("button", { name });
	}

	/** The line above a page that is not the site as it is now. */
	notice(): Locator {
		return this.page.locator(".offline-notice");
	}

	/** Addresses of the parts of copies that this browser keeps. */
	partsKept(): Promise<string[]> {
		return this.page.evaluate(async () => {
			const names = (await caches.keys()).filter((name) => name.endsWith("parts"));
			const requests = await Promise.all(
				names.map(async (name) => (await caches.open(name)).keys()),
			);
			return requests.flat().map(({ url }) => url);
		});
	}

	/** Without a server, all pages are of one edition. */
	async expectEdition(edition: "first" | "second"): Promise<void> {
		for (const at of ["", "papers/wren/", "topics/song/", "dates/2024/"]) {
			const answer = await this.page.goto(this.server.url + at);
			expect((await answer?.text())?.includes("Second edition"), at).toBe(edition === "second");
		}
	}

	async #makeEditions(): Promise<void> {
		for (const file of readdirSync(path.join(this.dist, "offline"))) {
			if (file.endsWith(".pack")) rmSync(path.join(this.dist, "offline", file));
		}
		cpSync(this.dist, this.second, { recursive: true });
		for (const file of htmlOf(this.second)) {
			const html = readFileSync(path.join(this.second, file), "utf8");
			const named = html.replace("<body>", "<body><p>Second edition</p>");
			writeFileSync(path.join(this.second, file), named);
		}
		const packing = { base: BASE, cache: `${this.second}-cache`, partBytes: PART_BYTES };
		this.manifest = await packSite({ ...packing, folder: this.dist });
		this.next = await packSite({ ...packing, folder: this.second });
	}
}

/** Paths of the pages of a built site. */
export function htmlOf(dist: string): string[] {
	const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
	return files.filter((name) => name.endsWith(".html"));
}
