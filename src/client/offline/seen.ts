import type { Store } from "./store.ts";

/** Pages that are kept; the one opened longest ago goes first. */
const MOST_PAGES = 200;

/** Files that are kept: styles, scripts and parts of the search index. */
const MOST_FILES = 600;

/** When a page was kept, in ISO 8601. */
const SEEN = "x-offprint-seen";

/** What was opened while there was a connection. */
export class Seen {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	/** Keeps a page, by its address without query. A body that breaks off is not kept. */
	async keepPage(path: string, page: Response): Promise<void> {
		const headers = new Headers({
			"content-type": page.headers.get("content-type") ?? "text/html",
			[SEEN]: new Date().toISOString(),
		});
		// Read whole first: what breaks off must not take the place of the page as it was.
		const body = await page.blob();
		if (body.size === 0) return;
		const kept = new Response(body, { headers });
		const pages = await this.#store.open("pages");
		await pages.delete(this.#store.base + path);
		await pages.put(this.#store.base + path, kept);
		await shorten(pages, MOST_PAGES);
	}

	/** Keeps a file whose name is its content; `anew` where what was kept may be damaged. */
	async keepFile(path: string, file: Response, anew = false): Promise<void> {
		const files = await this.#store.open("files");
		if (!anew && (await files.match(this.#store.base + path))) return;
		await files.put(this.#store.base + path, file);
		await shorten(files, MOST_FILES);
	}

	/** A page, and when it was opened. */
	async page(path: string): Promise<{ page: Response; seen: string } | undefined> {
		const page = await (await this.#store.open("pages")).match(this.#store.base + path);
		return page && { page, seen: page.headers.get(SEEN) ?? new Date(0).toISOString() };
	}

	async file(path: string): Promise<Response | undefined> {
		return (await this.#store.open("files")).match(this.#store.base + path, { ignoreVary: true });
	}

	/** Addresses and titles (as HTML) of the pages opened last, the last one first. */
	async last(count: number): Promise<{ url: string; title: string }[]> {
		const pages = await this.#store.open("pages");
		const requests = [...(await pages.keys())].reverse().slice(0, count);
		return Promise.all(
			requests.map(async ({ url }) => {
				const html = await (await pages.match(url))?.text();
				return { url, title: /<title>([^<]*)<\/title>/.exec(html ?? "")?.[1] ?? url };
			}),
		);
	}
}

async function shorten(cache: Cache, most: number): Promise<void> {
	const requests = await cache.keys();
	for (const request of requests.slice(0, Math.max(0, requests.length - most))) {
		await cache.delete(request);
	}
}
