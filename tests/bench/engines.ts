import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";
import { buildSearch } from "../../src/build/search/build.ts";
import type { PublicPaper } from "../../src/exports/papers-json.ts";
import { IndexFiles } from "../../src/search/index-files.ts";
import { parseQuery } from "../../src/search/query.ts";
import { page } from "../../src/search/refine.ts";
import { search } from "../../src/search/search.ts";

/** A way to search, filled with papers. */
export interface Engine {
	name: string;
	/** Positions of the papers that are found, best first, at most ten. */
	find(query: string): Promise<number[]>;
	/** Bytes that a reader who knows nothing yet is sent for each of some queries, one after the other. */
	sent?(queries: readonly string[]): Promise<number[]>;
}

const FIRST = 10;

/** Offprint's own search over Pagefind's index. Its program is sent as well: about so many bytes, packed. */
export async function offprint(papers: readonly PublicPaper[], program: number): Promise<Engine> {
	const { files: bundle } = await buildSearch({ papers: [...papers], topics: [] }, "en");
	let read = 0;
	const open = () =>
		IndexFiles.open(async (name) => {
			const content = bundle.get(name);
			if (!content) throw new Error(`there is no ${name}`);
			read += content.length;
			return name.endsWith(".json") ? content : gunzipSync(content);
		});
	const ask = async (files: IndexFiles, query: string) => {
		const found = await search(files, { terms: parseQuery(query).terms, sort: "relevance" });
		return (await page(files, found)).slice(0, FIRST).map(({ paper }) => paper);
	};
	const files = await open();
	return {
		name: "Offprint",
		find: (query) => ask(files, query),
		sent: (queries) => counted(queries, open, ask, () => read, program),
	};
}

/** Pagefind as it comes: title as meta data, abstract and authors as text, its own engine. */
export async function plainPagefind(
	papers: readonly PublicPaper[],
	folder: string,
): Promise<Engine> {
	const { index } = await pagefind.createIndex({ forceLanguage: "en" });
	if (!index) throw new Error("no index");
	for (let at = 0; at < papers.length; at += 500) {
		await Promise.all(
			papers.slice(at, at + 500).map(({ title, abstract, authors }, number) =>
				index.addCustomRecord({
					url: `/${at + number}/`,
					content: `${abstract}\n\n${authors.join(", ")}`,
					language: "en",
					meta: { title },
				}),
			),
		);
	}
	const { files } = await index.getFiles();
	await pagefind.close();
	for (const { path: name, content } of files) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), content);
	}
	let read = 0;
	globalThis.fetch = async (input) => {
		const content = readFileSync(String(input).replace(/\?.*/, ""));
		read += content.length;
		return new Response(content);
	};
	const { createInstance } = await import(pathToFileURL(path.join(folder, "pagefind.js")).href);
	const open = async () => {
		const instance = createInstance({ basePath: `${folder}/`, noWorker: true });
		await instance.init();
		return instance;
	};
	const ask = async (instance: PagefindInstance, query: string) => {
		const { results } = await instance.search(query);
		const shown = await Promise.all(results.slice(0, FIRST).map((result) => result.data()));
		return shown.map(({ url }) => Number(url.replaceAll("/", "")));
	};
	const program = gzipSync(readFileSync(path.join(folder, "pagefind.js"))).length;
	const instance = await open();
	return {
		name: "Pagefind",
		find: (query) => ask(instance, query),
		sent: (queries) => counted(queries, open, ask, () => read, program),
	};
}

interface PagefindInstance {
	search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Bytes for each query; the first brings the program and what is read at its start. */
async function counted<Opened>(
	queries: readonly string[],
	open: () => Promise<Opened>,
	ask: (opened: Opened, query: string) => Promise<unknown>,
	read: () => number,
	program: number,
): Promise<number[]> {
	let before = read() - program;
	const opened = await open();
	const sums: number[] = [];
	for (const query of queries) {
		await ask(opened, query);
		sums.push(read() - before);
		before = read();
	}
	return sums;
}

/** MiniSearch with what its documentation advises for a search box. */
export async function miniSearch(papers: readonly PublicPaper[]): Promise<Engine> {
	const engine = new MiniSearch({
		fields: ["title", "abstract", "authors"],
		searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
	});
	await engine.addAllAsync(
		papers.map(({ title, abstract, authors }, id) => ({
			id,
			title,
			abstract,
			authors: authors.join(", "),
		})),
	);
	return {
		name: "MiniSearch",
		find: async (query) =>
			engine
				.search(query)
				.slice(0, FIRST)
				.map(({ id }) => id),
	};
}

/** Orama with its defaults, a title counting twice and one wrong letter forgiven. */
export async function orama(papers: readonly PublicPaper[]): Promise<Engine> {
	const engine = create({ schema: { title: "string", abstract: "string", authors: "string" } });
	await insertMultiple(
		engine,
		papers.map(({ title, abstract, authors }, id) => ({
			id: String(id),
			title,
			abstract,
			authors: authors.join(", "),
		})),
		1000,
	);
	return {
		name: "Orama",
		async find(term) {
			const { hits } = await searchOrama(engine, {
				term,
				limit: FIRST,
				boost: { title: 2 },
				tolerance: 1,
			});
			return hits.map(({ id }) => Number(id));
		},
	};
}
