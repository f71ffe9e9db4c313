import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Fault } from "../faulty-server.ts";
import { OfflineSite } from "../offline-site.ts";

const BASE = "/a/b/";
const site = new OfflineSite();

describe("taking the collection offline", () => {
	test.each([0.1, 0.5, 0.9])("a download that stops at %s goes on from there", async (share) => {
		const { parts } = site.manifest;
		const at = Math.floor(parts.length * share);
		site.server.break(parts[at]?.path ?? "", { stopAt: 0.5 });
		await site.open("offline/");
		await site.button(/^Take/).click();
		await expect
			.poll(() => site.status().textContent())
			.toContain(`part ${at + 1} of ${parts.length}`);
		if (at > 0) await site.button(/^Continue: \d+ of \d+ kB are here/).waitFor();
		site.server.mend();
		await site.page.reload();
		await site.button(at > 0 ? /^Continue/ : /^Take/).click();
		await expect.poll(() => site.status().textContent()).toMatch(/^Done/);
		const asked = (number: number) =>
			site.server.requests.filter((name) => name === parts[number]?.path).length;
		expect(parts.map((_, number) => asked(number))).toEqual(
			parts.map((_, number) => (number === at ? 2 : 1)),
		);
	});

	test.each(["missing", "refused", "truncated", "html", "empty", "corrupted"] satisfies Fault[])(
		"a part that is %s is told and not kept",
		async (fault) => {
			site.server.break(site.manifest.parts[1]?.path ?? "", fault);
			await site.open("offline/");
			await site.button(/^Take/).click();
			await expect.poll(() => site.status().textContent()).not.toMatch(/^(?:|Down.*|\d+ %.*)$/);
			expect(await site.message()).toMatchSnapshot();
			await site.server.stop();
			const answer = await site.page.goto(`${site.server.url}topics/song/`);
			expect(answer?.status()).toBe(503);
		},
	);

	test.each(["html", "truncated", "missing", "version"])(
		"a list of parts that is %s is told",
		async (fault) => {
			if (fault === "version") {
				const later = `${site.second}-version`;
				cpSync(site.dist, later, { recursive: true });
				writeFileSync(
					path.join(later, "offline.json"),
					JSON.stringify({ ...site.manifest, version: 2 }),
				);
				site.server.swap(later);
			} else site.server.break("offline.json", fault as Fault);
			await site.page.goto(`${site.server.url}offline/`);
			await expect.poll(() => site.status().textContent()).not.toBe("");
			expect(await site.message()).toMatchSnapshot();
		},
	);

	test("a full disk is told, with what is needed and what there is, and nothing is kept", async () => {
		await site.open("offline/");
		const devtools = await site.context.newCDPSession(site.page);
		const { origin } = new URL(site.server.url);
		await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 20_000 });
		await site.button(/^Take/).click();
		await expect
			.poll(() => site.status().textContent())
			.toMatch(/^The copy needs \d+ kB, and this browser has no room for it\. Nothing was kept/);
		expect(await site.partsKept()).toEqual([]);
	});
});

describe("a new edition of the site", () => {
	test("in the middle of a download, is what the copy becomes, whole", async () => {
		site.server.break(site.manifest.parts[1]?.path ?? "", { late: 500 });
		await site.open("offline/");
		await site.button(/^Take/).click();
		await expect.poll(() => site.server.requests).toContain(site.manifest.parts[1]?.path);
		site.server.swap(site.second);
		await expect.poll(() => site.status().textContent()).toMatch(/^Done/);
		await site.server.stop();
		await site.expectEdition("second");
	});

	test("is taken in the background, and whole; a page that is open stays of its own edition", async () => {
		await site.takeOffline();
		await site.server.stop();
		await site.page.goto(`${site.server.url}papers/wren/`);
		await site.server.start();
		site.server.swap(site.second);
		const other = await site.context.newPage();
		await other.goto(`${site.server.url}papers/`);
		await expect.poll(() => current(other)).toBe(site.next.set);
		// The browser stops workers as it likes.
		const devtools = await site.context.newCDPSession(other);
		await devtools.send("ServiceWorker.enable");
		await devtools.send("ServiceWorker.stopAllWorkers");
		const script = await site.page.evaluate(() =>
			document.querySelector("script[src]")?.getAttribute("src"),
		);
		const read = (at: string) =>
			site.page.evaluate((url) => fetch(url).then((answer) => answer.text()), at);
		expect(await read(`${BASE}papers/wren/`)).not.toContain("Second edition");
		expect(await read(script ?? "")).toContain("import");
		expect(
			await other.evaluate(
				(at) => fetch(at).then((answer) => answer.text()),
				`${BASE}papers/wren/`,
			),
		).toContain("Second edition");
		// Once no page of the first edition is open, its parts go.
		await site.page.goto(site.server.url);
		await expect.poll(() => tidied(), { timeout: 9_000 }).toBe(site.next.parts.length);
	});

	test.each(["corrupted", "missing", "refused"] satisfies Fault[])(
		"that fails (%s) leaves the copy as it was",
		async (fault) => {
			await site.takeOffline();
			site.server.swap(site.second);
			site.server.break(site.next.parts.at(-1)?.path ?? "", fault);
			await site.button("Look for changes").click();
			await site.button(/^Update the copy/).click();
			await expect
				.poll(() => site.status().textContent())
				.not.toMatch(/^(?:The site has changed.*|Down.*|\d+ %.*)$/);
			await site.server.stop();
			await site.expectEdition("first");
			await site.server.start();
			site.server.mend();
			// The update in the background would be quicker than the button.
			await site.page.evaluate(() =>
				localStorage.setItem("offprint:offline-asked", `${Date.now()}`),
			);
			await site.page.goto(`${site.server.url}offline/`);
			await site.button(/^Continue/).click();
			await expect.poll(() => site.status().textContent()).toMatch(/^Done/);
			await site.server.stop();
			await site.expectEdition("second");
		},
	);
});

/** The set that the copy is of. */
function current(at: Page): Promise<string | undefined> {
	return at.evaluate(async () => {
		const answer = await caches.match("/a/b/offline/state/current");
		return (await answer?.json())?.manifest.set;
	});
}

/** How many parts are kept after the service worker was asked to tidy up. */
async function tidied(): Promise<number> {
	await site.page.evaluate(async () => {
		(await navigator.serviceWorker.ready).active?.postMessage({ type: "offprint:tidy" });
	});
	return (await site.partsKept()).length;
}
