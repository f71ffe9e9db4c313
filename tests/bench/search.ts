import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { buildSearch } from "../../src/build/search/build.ts";
import { launchBrowser } from "../browser.ts";
import { serveFiles } from "../faulty-server.ts";
import { buildSite, temporaryFolder } from "../site.ts";
import { corpus } from "./corpus.ts";
import { COMMON, transferred } from "./first-query.ts";
import { KINDS, knownItems } from "./known-items.ts";
import { fresh } from "./reader.ts";

/**
 * `npm run bench:search`: how long a reader waits for the first results after the last key, in
 * Chromium with the processor slowed down four times, and what is transferred (files as they are
 * stored: no server packs them), on this collection and on 10,000 real papers. The server is on
 * the same machine: the way through a network is not measured.
 */
const SLOWER = 4;
const OWN = [
	...["tokens", "visual tokens", "halucination", "turkish subword", "speculativ decodng"],
	...["token pruning", "tokeniser", '"visual tokens"', "reasoning -video", "title:diffusion"],
	...["byte level models", "african languages"],
];

const { folder, remove } = temporaryFolder(tmpdir());
const browser = await launchBrowser();
try {
	const small = path.join(folder, "small");
	await buildSite("content", small);
	await measure(browser, "this collection", small, OWN);
	const papers = corpus();
	const large = path.join(folder, "large");
	cpSync(small, large, { recursive: true });
	rmSync(path.join(large, "pagefind"), { recursive: true });
	const { files } = await buildSearch({ papers, topics: [] }, "en");
	for (const [name, content] of files) {
		const file = path.join(large, "pagefind", name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	const items = knownItems(papers, 8, 7);
	const real = KINDS.flatMap((kind) => items[kind].map(({ query }) => query));
	await measure(browser, "10,000 papers", large, [...COMMON, ...real]);
} finally {
	await browser.close();
	remove();
}

async function measure(
	browser: Browser,
	name: string,
	dist: string,
	queries: readonly string[],
): Promise<void> {
	const server = await serveFiles(dist, "/offprint/");
	const address = `${server.url}search/`;
	const typist = await fresh(browser, address, SLOWER);
	const waits: number[] = [];
	for (const query of queries) waits.push(await typist.type(query));
	await typist.close();
	const first: number[] = [];
	const further: number[] = [];
	for (const [index, query] of queries.entries()) {
		const reader = await fresh(browser, address, 1);
		first.push((await transferred(reader, query, reader.opened)) / 1000);
		const next = queries[(index + 1) % queries.length] ?? "";
		further.push((await transferred(reader, next, reader.bytes())) / 1000);
		await reader.close();
	}
	await server.stop();
	console.log(`\n${name}, ${queries.length} queries`);
	console.log(
		`  last key to first results, processor ${SLOWER} times slower: ${figures(waits)} ms`,
	);
	console.log(`  first query, with the program: ${figures(first)} kB`);
	console.log(`  the next query: ${figures(further)} kB`);
}

function figures(values: readonly number[]): string {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	const [median, most, last] = [at(0.5), at(0.95), sorted.at(-1)].map((value) => value?.toFixed(0));
	return `median ${median}, p95 ${most}, most ${last}`;
}
