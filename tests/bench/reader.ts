import type { Browser } from "playwright-core";

/** A reader at the search page, in a browser that has never been there. */
export interface Reader {
	/** Types a query, key by key, and gives the milliseconds from its last key to its first results. */
	type(query: string): Promise<number>;
	/** Puts a query in at once, and waits until it is answered and all is loaded. */
	fill(query: string): Promise<void>;
	/** Bytes of the answers of the server so far, heads included. */
	bytes(): number;
	/** Bytes of everything that is not the search: the page itself and its styles. */
	opened: number;
	close(): Promise<void>;
}

const KEY_EVERY = 90;

/** Opens the search page; `slower` is how many times the processor is slowed down. */
export async function fresh(browser: Browser, address: string, slower: number): Promise<Reader> {
	// What a service worker fetches is not seen from the page.
	const context = await browser.newContext({ serviceWorkers: "block" });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	let bytes = 0;
	let opened = 0;
	const search = new Set<string>();
	await session.send("Network.enable");
	session.on("Network.requestWillBeSent", ({ requestId, request }) => {
		if (/\/pagefind\/|\.js$/.test(request.url)) search.add(requestId);
	});
	session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		bytes += encodedDataLength;
		if (!search.has(requestId)) opened += encodedDataLength;
	});
	await page.goto(address, { waitUntil: "networkidle" });
	if (slower > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
	await page.evaluate(() => {
		const list = document.querySelector("[data-results]") as HTMLElement;
		const status = document.querySelector("[data-status]") as HTMLElement;
		const times = { key: 0, shown: 0 };
		Object.assign(globalThis, { times });
		document.addEventListener("keydown", () => {
			times.key = performance.now();
			times.shown = 0;
		});
		// The results of the last key: they stand when the status names them.
		new MutationObserver(() => {
			times.shown = performance.now();
		}).observe(status, { childList: true, characterData: true, subtree: true });
		new MutationObserver(() => {
			times.shown = performance.now();
		}).observe(list, { childList: true });
	});
	const box = page.locator("[data-search-box]");
	const answered = (query: string) =>
		page.waitForFunction(
			(text) =>
				location.search.includes(new URLSearchParams({ q: text }).toString()) &&
				document.querySelector("[data-status]")?.getAttribute("data-for") === text,
			query,
		);
	return {
		async type(query) {
			await box.fill("");
			await page.waitForTimeout(300);
			await box.pressSequentially(query, { delay: KEY_EVERY });
			await answered(query);
			const wait = await page.evaluate(() => {
				const { times } = globalThis as unknown as { times: { key: number; shown: number } };
				return times.shown - times.key;
			});
			return wait;
		},
		async fill(query) {
			await box.fill(query);
			await answered(query);
			// The lists of the filters come after the results.
			let before = -1;
			while (before !== bytes) {
				before = bytes;
				await page.waitForTimeout(250);
			}
		},
		bytes: () => bytes,
		opened,
		close: () => context.close(),
	};
}
