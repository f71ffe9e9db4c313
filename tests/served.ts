import { cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { whyNot } from "./built-sites.ts";
import { type Served, serveSite, temporaryFolder } from "./site.ts";

/** A site that is served, and a browser, while the tests of a file run. */
export interface ServedSite {
	/** Address of the front page, base path included. */
	readonly url: string;
	/** The built site. */
	readonly dist: string;
	readonly browser: Browser;
}

/** A site that is built for all test files, copied into a folder of its own once it is there. */
export async function siteIn(content: string, dist: string): Promise<void> {
	const built = inject("builtSites")[content];
	if (!built) throw new Error(`${content} is not among the sites of tests/built-sites.ts`);
	while (!existsSync(built)) {
		if (existsSync(whyNot(built))) throw new Error(readFileSync(whyNot(built), "utf8"));
		await setTimeout(50);
	}
	cpSync(built, dist, { recursive: true });
}

/** Serves the site of a content folder while the tests of a file run, and clears up after them. */
export function servedSite(content: string): ServedSite {
	const { folder, remove } = temporaryFolder();
	const dist = path.join(folder, "dist");
	let site: Served;
	let browser: Browser;
	beforeAll(async () => {
		await siteIn(content, dist);
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
