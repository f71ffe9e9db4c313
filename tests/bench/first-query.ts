import { launchBrowser } from "../browser.ts";
import { serveFiles } from "../faulty-server.ts";
import { fresh, type Reader } from "./reader.ts";

/** What readers of conference papers may ask for: words that many papers have, phrases, fields. */
export const COMMON = [
	...["language model", "learning", "the", "deep reinforcement learning", "image", "graph"],
	...["neural machine translation", "attention is all you need", '"large language models"'],
	...["title:transformer -vision", "author:zhang segmentation", "object detection"],
];

/** Bytes that a query transfers to a reader; `before` is what was there already. */
export async function transferred(reader: Reader, query: string, before: number): Promise<number> {
	await reader.fill(query);
	return reader.bytes() - before;
}

/**
 * Most bytes that the first query of a reader transfers, the program of the search included, of the
 * queries in {@link COMMON}; nothing where no browser runs here.
 */
export async function firstQueryOf(dist: string): Promise<number | undefined> {
	let browser: Awaited<ReturnType<typeof launchBrowser>>;
	try {
		browser = await launchBrowser();
	} catch (cause) {
		console.error(`No browser: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`);
		return undefined;
	}
	const server = await serveFiles(dist, "/");
	try {
		let most = 0;
		for (const query of COMMON) {
			const reader = await fresh(browser, `${server.url}search/`, 1);
			most = Math.max(most, await transferred(reader, query, reader.opened));
			await reader.close();
		}
		return most;
	} finally {
		await server.stop();
		await browser.close();
	}
}
