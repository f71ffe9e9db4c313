import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { htmlOf, OfflineSite } from "../offline-site.ts";

const site = new OfflineSite();
const addressOf = (file: string) => site.server.url + file.replace(/(^|\/)index\.html$/, "$1");

describe("pages that were opened", () => {
	test("open again without a connection, with their styles, and say so; others say what can be done", async () => {
		await site.open();
		await site.kept("");
		await site.open("papers/wren/");
		await site.kept("papers/wren/");
		await site.server.stop();
		await site.page.reload();
		expect(await site.page.locator("h1").textContent()).toBe("The wren’s loud song");
		await expect
			.poll(() => site.notice().textContent())
			.toMatch(
				/^The site does not answer\. This page is as you last opened it, on \d+ \w+ \d{4}\.$/,
			);
		expect(await site.page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
		await site.page.goto(site.server.url);
		expect(await site.page.locator("h1").textContent()).toBe("Field Notes on Birds");
		const missing = await site.page.goto(`${site.server.url}topics/song/`);
		expect(missing?.status()).toBe(503);
		expect(await site.page.locator("main").innerText()).toMatchInlineSnapshot(`
			"This page is not on this device

			The site cannot be reached, and this page has not been opened in this browser before.

			Try again once there is a connection.
			While there is a connection, take the collection offline: then all of its pages open without one.
			Pages that you have opened
			The wren’s loud song · Field Notes on Birds
			Field Notes on Birds"
		`);
		await site.server.start();
		await site.page.getByRole("link", { name: "Try again" }).click();
		expect(await site.page.locator("h1").textContent()).toBe("Song");
	});

	test("what went wrong is not kept: a page of an error, a page that broke off, a page in place of a file", async () => {
		await site.open("papers/wren/");
		await site.kept("papers/wren/");
		for (const fault of ["missing", { stopAt: 0.3 }] as const) {
			site.server.break("papers/wren/", fault);
			await site.page.goto(`${site.server.url}papers/wren/`, { waitUntil: "commit" });
		}
		site.server.break(/^_astro\//, "html");
		await site.page.goto(`${site.server.url}papers/`);
		await site.server.stop();
		await site.page.goto(`${site.server.url}papers/wren/`);
		expect(await site.page.locator("h1").textContent()).toBe("The wren’s loud song");
		expect(await site.page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
	});
});

describe("the whole collection", () => {
	test("opens page by page without a server, byte for byte", async () => {
		await site.takeOffline();
		await site.server.stop();
		const failed: string[] = [];
		site.page.on("requestfailed", (request) => {
			// Left behind by the next page, or a look for a newer copy.
			const left = request.failure()?.errorText === "net::ERR_ABORTED";
			if (!left && !request.url().endsWith("offline.json")) failed.push(request.url());
		});
		for (const file of htmlOf(site.dist)) {
			const answer = await site.page.goto(addressOf(file), { waitUntil: "commit" });
			// A page that leads on at once has taken its answer along, or was led to by the one before.
			const kept = await answer?.text().catch(() => undefined);
			const fetched = () => site.fetched(addressOf(file)).catch(() => undefined);
			await expect
				.poll(async () => kept ?? (await fetched()), { message: file })
				.toBe(readFileSync(path.join(site.dist, file), "utf8"));
		}
		expect(failed).toEqual([]);
		await site.page.goto(`${site.server.url}papers/wren`);
		expect(site.page.url()).toBe(`${site.server.url}papers/wren/`);
	});

	test("says that it is a copy, and how old; and when the connection is back", async () => {
		await site.takeOffline();
		await site.context.setOffline(true);
		await site.page.goto(site.server.url);
		await expect
			.poll(() => site.notice().textContent())
			.toMatch(/^You are offline\. This is your copy of \d+ \w+ \d{4}, made today\.$/);
		await site.context.setOffline(false);
		await expect
			.poll(() => site.notice().textContent())
			.toBe("The connection is back.Load it again");
		await site.notice().getByRole("link").click();
		await expect.poll(() => site.notice().count()).toBe(0);
		await site.context.setOffline(true);
		await expect
			.poll(() => site.notice().textContent())
			.toMatch(/^You are offline\. Other pages open from your copy of /);
	});

	test("answers when the site takes too long, or has an error", async () => {
		await site.takeOffline();
		site.server.break("papers/wren/", { late: 8_000 });
		site.server.break("topics/", { status: 503 });
		for (const at of ["papers/wren/", "topics/"]) {
			const answer = await site.page.goto(site.server.url + at);
			expect(answer?.status()).toBe(200);
			await expect.poll(() => site.notice().textContent()).toMatch(/^The site does not answer/);
		}
	});

	test("can be searched without a server", async () => {
		await site.takeOffline();
		await site.server.stop();
		await site.page.goto(`${site.server.url}search/?q=wrens`);
		expect(await site.page.locator("[data-results] a").first().textContent()).toContain("wren");
	});

	test("goes from this browser when the reader removes it", async () => {
		await site.takeOffline();
		await site.button("Remove the copy").click();
		await site.button("Press again to remove it").click();
		await expect.poll(() => site.status().textContent()).toMatch(/^The copy was removed/);
		expect(await site.partsKept()).toEqual([]);
	});

	test("is damaged when the browser lost a part: this is told, and repaired", async () => {
		await site.takeOffline();
		const [part] = await site.partsKept();
		await site.page.evaluate(async (lost) => {
			for (const name of await caches.keys()) await (await caches.open(name)).delete(lost);
		}, part ?? "");
		await site.button("Check the copy").click();
		await site.page
			.getByText(/^The copy is damaged: 1 part of \d+ is missing or changed\./)
			.waitFor();
		await site.button("Repair").click();
		await expect.poll(() => site.status().textContent()).toMatch(/^Done/);
		await site.button("Check the copy").click();
		await expect.poll(() => site.status().textContent()).toBe("The copy is whole.");
	});
});
