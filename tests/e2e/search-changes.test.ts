import { describe, expect, test } from "vitest";
import { SearchSite } from "../search-site.ts";

/*
 * What a search shows when the site is published anew in the middle, when one search overtakes
 * another, and when the network goes. Single files that fail are in `search-failures.test.ts`
 * (the index) and `search-program.test.ts` (program and page).
 */

const site = new SearchSite();

const WREN = ["The wren’s loud song"];
const WREN_SECOND = ["The wren’s louder song", "Çalıkuşu und Zaunkönig"];
const UPDATED = "The site was updated since you opened this page; these results are new.";
const MISSING =
	"could not be loaded. The server does not have it; perhaps the site is just being updated. Try again in a minute; if it stays, tell the people who keep this site.";

const INDEX = /^pagefind\//;
const ENTRY = /pagefind-entry/;

const status = () => site.page.locator("[data-status]:visible").textContent();

describe("the site is published anew", () => {
	test("between two searches: the papers are of the new edition, and this is told", async () => {
		await site.open("search/?q=swifts");
		await expect.poll(() => site.titles()).toHaveLength(1);
		site.server.swap(site.second);
		await site.type("wren");
		await site.expectTitles(WREN_SECOND);
		expect(await site.notes()).toEqual([UPDATED]);
		await site.type("robins");
		await expect.poll(async () => new Set(await site.titles()).size).toBe(10);
		expect(await site.titles()).toHaveLength(10);
	});

	test("while the reader types: no edition is mixed with another", async () => {
		await site.open();
		for (const [at, query] of ["wre", "wren", "wren so", "wren son", "wren song"].entries()) {
			if (at === 2) site.server.swap(site.second);
			await site.type(query);
		}
		await expect.poll(() => site.notes()).toContain(UPDATED);
		await site.expectTitles(WREN_SECOND);
	});

	test("before more papers are asked for", async () => {
		await site.open("search/?q=note");
		await expect.poll(() => site.titles()).toHaveLength(10);
		site.server.swap(site.second);
		await site.page.locator("[data-more]").click();
		await expect.poll(() => site.notes()).toContain(UPDATED);
		await site.page.locator("[data-more]").click();
		await expect.poll(() => site.titles()).toHaveLength(20);
		expect(new Set(await site.titles()).size).toBe(20);
	});

	test("before a filter is opened", async () => {
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		site.server.swap(site.second);
		await site.page.locator(".facet summary", { hasText: "Author" }).click();
		await site.expectTitles(WREN_SECOND);
		expect(await site.notes()).toEqual([UPDATED]);
		await site.page.getByRole("checkbox", { name: "Ada O'Finch" }).check();
		await site.expectTitles(WREN_SECOND.slice(1));
	});

	test("in the dialog over a page that stays open", async () => {
		await site.open("papers/wren/");
		const dialog = await site.openDialog();
		await dialog.locator("input").fill("swifts");
		await expect.poll(() => site.titles()).toHaveLength(1);
		site.server.swap(site.second);
		await dialog.locator("input").fill("wren");
		await site.expectTitles(WREN_SECOND);
		expect(await site.notes()).toEqual([UPDATED]);
	});

	test("with other programs, while a page is open: its dialog does not come, its box leads on", async () => {
		await site.open("papers/wren/");
		site.server.swap(site.renamed);
		const asked = site.page.waitForResponse(/dialog/);
		await site.page.keyboard.press("/");
		await asked;
		await site.page.keyboard.type("wren");
		await site.page.keyboard.press("Enter");
		await site.page.waitForURL("**/search/?q=wren");
		await site.expectTitles(WREN);
	});

	test("by halves: what has not come yet is told, and found when it has", async () => {
		await site.open("search/?q=swifts");
		await expect.poll(() => site.titles()).toHaveLength(1);
		site.server.swap(site.second);
		site.server.break(/\.pf_index$/, "missing");
		await site.type("wren");
		await site.expectFailure(`The search is not complete: a part of the search index ${MISSING}`);
		await site.tryAgain();
		await site.expectTitles(WREN_SECOND);
	});

	test("and a cache still has the whole index of the edition before: its papers are shown", async () => {
		site.server.swap(site.second);
		site.server.break(INDEX, "stale");
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		expect(await site.notes()).toEqual([]);
	});
});

describe("one search overtakes another", () => {
	test("what a late search has to say is not said over the papers of the last", async () => {
		await site.open("search/?q=swifts");
		await expect.poll(() => site.titles()).toHaveLength(1);
		site.server.break(/\.pf_(?:words|index)$/, { late: 1_000 });
		await site.type("bagobe");
		await site.page.waitForTimeout(100);
		await site.type("swifts");
		await expect.poll(() => site.said()).toContain("1 paper for “swifts”");
		await site.page.waitForTimeout(1_500);
		expect(await status()).toBe("1 paper for “swifts”");
		expect(await site.notes()).toEqual([]);
	});
});

describe("the network goes", () => {
	const OFFLINE =
		"The search is not complete: a list of words could not be loaded. You are offline, and it is not on this device. Try again when you are connected, or open the copy on this device, if you have taken one.";
	const actions = () => site.page.locator(".notes .actions > *").allTextContents();

	test("after a search: what was found stays, the next says that the reader is offline", async () => {
		await site.open("search/?q=wren");
		await site.expectTitles(WREN);
		await site.context.setOffline(true);
		await site.type("field");
		await site.expectFailure(OFFLINE);
		expect(await actions()).toEqual(["Try again", "Open the search anew"]);
		await site.type("wren");
		await site.expectTitles(WREN);
		await site.context.setOffline(false);
		await site.type("field");
		await expect.poll(() => site.titles()).toHaveLength(10);
	});

	test("before the first search, with the page as it was seen before", async () => {
		await site.renew("allow");
		await site.openKept("search/");
		await site.page.reload();
		await site.server.stop();
		await site.open("search/?q=wren");
		await site.expectFailure(
			"The search is not complete: the entry of the search index could not be loaded. The connection failed. Check the connection and try again.",
		);
		expect(await actions()).toEqual(["Try again", "Open the search anew"]);
		await site.server.start();
		await site.tryAgain();
		await site.expectTitles(WREN);
	});

	describe("with a copy on the device", () => {
		const taken = async () => {
			await site.renew("allow");
			await site.openKept("offline/");
			await site.page.getByRole("button", { name: /^Take this collection offline/ }).click();
			await expect
				.poll(() => site.page.locator("[data-status]").textContent(), { timeout: 10_000 })
				.toMatch(/^Done/);
		};

		test("the dialog over an open page leads to the search in the copy", async () => {
			await taken();
			await site.open("papers/wren/");
			await site.page.waitForFunction(() => performance.getEntriesByType("resource").length > 3);
			site.server.break(INDEX, "refused");
			const dialog = await site.openDialog();
			await dialog.locator("input").fill("swifts");
			await expect.poll(actions).toContain("Open the search in your copy");
			await site.server.stop();
			await dialog.getByRole("link", { name: "Open the search in your copy" }).click();
			await site.page.waitForURL("**/search/?q=swifts&copy");
			await expect.poll(() => site.titles()).toHaveLength(1);
		});

		test("a page of the network goes on with the copy’s files of the same content", async () => {
			await taken();
			await site.open("search/?q=swifts");
			await expect.poll(() => site.titles()).toHaveLength(1);
			await site.server.stop();
			await site.type("note");
			await expect.poll(() => site.titles()).toHaveLength(10);
			await site.type("wren");
			await site.expectTitles(WREN);
		});

		test("a copy that lost its parts while a page of it is open leads to where it is repaired", async () => {
			await taken();
			await site.server.stop();
			await site.open("search/?q=wren&copy");
			await site.expectTitles(WREN);
			await site.page.evaluate(async () => {
				for (const name of await caches.keys())
					if (name.endsWith("parts")) await caches.delete(name);
			});
			const devtools = await site.context.newCDPSession(site.page);
			await devtools.send("ServiceWorker.enable");
			await devtools.send("ServiceWorker.stopAllWorkers");
			await site.type("note");
			await expect
				.poll(status, { timeout: 5_000 })
				.toMatch(/^The search is not complete: a (?:list|part) of/);
			await expect.poll(actions).toContain("Check the copy on this device");
			await site.expectNothingUntrue();
		});

		test("a network that asks for a login: the copy is offered", async () => {
			await taken();
			await site.open("search/");
			site.server.break(ENTRY, "html");
			await site.open("search/?q=wren");
			await expect.poll(actions).toContain("Open the search in your copy");
			site.server.break(/^/, "html");
			await site.page.getByRole("link", { name: "Open the search in your copy" }).click();
			await site.expectTitles(WREN);
		});
	});
});
