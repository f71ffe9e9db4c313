import { describe, expect, test } from "vitest";
import type { Fault } from "../faulty-server.ts";
import { SearchSite } from "../search-site.ts";

/*
 * What a reader sees when the program of the search fails, or the page that it belongs to. Files
 * of the index that fail are in `search-failures.test.ts`.
 */

const site = new SearchSite();

const WREN = ["The wren’s loud song"];
const NO_PROGRAM =
	"The search program has not been loaded. Check the connection and reload the page.";
const FAULTS = ["missing", "refused", "truncated", "empty", "text", "html"] satisfies Fault[];

const status = () => site.page.locator("[data-status]:visible").textContent();

describe("the program of the search", () => {
	test.each(
		[
			["of the page", /^_astro\/search\.astro_.*js$/],
			["of the page and the dialog", /^_astro\/result-list/],
		].flatMap(([name, paths]) => FAULTS.map((fault) => [name, fault, paths] as const)),
	)("%s is %s: the page says so", async (_, fault, paths) => {
		await site.page.clock.install();
		site.server.break(paths ?? "", fault);
		await site.open("search/?q=wren");
		await site.page.clock.fastForward(8_000);
		await expect.poll(status).toBe(NO_PROGRAM);
		site.server.mend();
		await site.page.reload();
		await site.expectTitles(WREN);
	});

	test.each([/^_astro\/search\.astro_.*js$/, /^_astro\/result-list/])(
		"is corrupted, %s: it works, or the page says that it does not",
		async (paths) => {
			await site.page.clock.install();
			site.server.break(paths, "corrupted");
			await site.open("search/?q=wren");
			await site.page.clock.fastForward(8_000);
			await expect
				.poll(status)
				.toMatch(/^(?:1 paper|The search program has not been loaded|The search has failed)/);
			await site.expectNothingUntrue();
		},
	);

	test("comes later than the page had hoped: then it searches, for what was typed as well", async () => {
		await site.page.clock.install();
		site.server.break(/^_astro\/result-list/, { late: 1_000 });
		await site.page.goto(`${site.server.url}search/`, { waitUntil: "commit" });
		await site.type("wren");
		// The page is whole: from now on it waits for its program.
		await site.page.locator("footer").waitFor();
		await site.page.clock.fastForward(8_000);
		await expect.poll(status).toBe(NO_PROGRAM);
		await expect.poll(status, { timeout: 5_000 }).toBe("1 paper for “wren”");
		await site.expectTitles(WREN);
	});

	test.each([...FAULTS, "corrupted"] satisfies Fault[])(
		"of the dialog is %s: the box of the page leads to the search",
		async (fault) => {
			site.server.break(/^_astro\/dialog/, fault);
			await site.open("");
			await site.page.keyboard.press("/");
			await expect.poll(() => site.server.requests.join()).toContain("dialog");
			await site.page.keyboard.type("wren");
			await site.page.keyboard.press("Enter");
			await site.page.waitForURL("**/search/?q=wren");
			await site.expectTitles(WREN);
		},
	);

	test.each(["missing", "html"] satisfies Fault[])(
		"without styles (%s), and without the program of all pages, the search works",
		async (fault) => {
			site.server.break(/\.css$|^_astro\/Page\.astro/, fault);
			await site.open("search/?q=wren");
			await site.expectTitles(WREN);
		},
	);
});

describe("the page of the search", () => {
	test("is missing: the page in its place leads on", async () => {
		site.server.break("search/", "missing");
		await site.open("search/?q=wren");
		expect(await site.page.locator("h1").textContent()).toBe("There is no page here");
		expect(await site.page.locator("main a").count()).toBeGreaterThan(0);
		site.server.mend();
		await site.page.reload();
		await site.expectTitles(WREN);
	});

	test("breaks off before its program: its box still leads to the search", async () => {
		// Chromium drops what it has not shown yet when a page breaks off: it is given the time.
		site.server.break("search/", { stallAt: 0.75 });
		await site.page.goto(`${site.server.url}search/`, { waitUntil: "commit" });
		await site.type("wren");
		const broken = site.page.waitForEvent("requestfailed");
		site.server.mend();
		await broken;
		await site.page.locator("paper-search [data-search-box]").press("Enter");
		await site.page.waitForURL("**/search/?q=wren");
		await site.expectTitles(WREN);
	});

	test.each(["refused", { status: 503 }, { late: 300 }] satisfies Fault[])(
		"fails (%s) where it was opened before: it is shown as it was, and searches",
		async (fault) => {
			await site.renew("allow");
			await site.openKept("search/?q=wren");
			await site.expectTitles(WREN);
			await site.page.reload();
			await site.expectTitles(WREN);
			site.server.break("search/", fault);
			await site.page.goto(`${site.server.url}search/?q=swifts`, { waitUntil: "commit" });
			await expect
				.poll(async () => (await site.titles())[0], { timeout: 5_000 })
				.toMatch(/^Swifts sleep/);
		},
	);

	test("is of the edition before, with another program: it says so", async () => {
		await site.page.clock.install();
		site.server.swap(site.renamed);
		site.server.break("search/", "stale");
		await site.open("search/?q=wren");
		await site.page.clock.fastForward(8_000);
		await expect.poll(status).toBe(NO_PROGRAM);
		site.server.mend();
		await site.page.reload();
		await site.expectTitles(WREN);
	});
});
