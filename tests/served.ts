import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { buildSite, type Served, serveSite, temporaryFolder } from "./site.ts";

/** A site that is built and served, and a browser, while the tests of a file run. */
export interface ServedSite {
	/** Address of the front page, base path included. */
	readonly url: string;
	/** The built site. */
	readonly dist: string;
	readonly browser: Browser;
}

/** Builds and serves a content folder before the tests of a file, and clears up after them. */
export function servedSite(content: string): ServedSite {
	const { folder, remove } = temporaryFolder();
	const dist = path.join(folder, "dist");
	let site: Served;
	let browser: Browser;
	beforeAll(async () => {
		await buildSite(content, dist);
		[site, browser] = await Promise.all([serveSite(content, dist), launchBrowser()]);
	});
	afterAll(async () => {
		await browser?.close();
		site?.stop();
		remove();
	});
	return {
		dist,
		get url() {
			return site.url;
		},
		get browser() {
			return browser;
		},
	};
}
