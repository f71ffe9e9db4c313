import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import * as pagefind from "pagefind";
import type { PapersJson } from "../exports/papers-json.ts";
import { recordsIn, searchBundle } from "./search-bundle.ts";
import { type SearchRecord, searchRecord, sharedAuthorsOf } from "./search-record.ts";
import { vocabularyOf } from "./search-vocabulary.ts";
import { writtenPapers } from "./written-papers.ts";

/** Words in 2⁶ papers or more are sent in outline: the lists of their places are long. */
const COMMON = 6;

/** Records that are on their way to the indexer, or files on their way to the disk, at one time. */
const IN_FLIGHT = 500;

/**
 * Builds the search index over the papers, and nothing else, from `/papers.json` or its parts.
 * `language` (BCP 47) decides how words are stemmed.
 */
export function searchIndex({ language }: { language: string }): AstroIntegration {
	return {
		name: "search-index",
		hooks: {
			"astro:build:done": async ({ dir, logger }) => {
				const site = writtenPapers(fileURLToPath(dir));
				const files = await buildSearch(site, language);
				await writeFiles(fileURLToPath(new URL("pagefind/", dir)), files);
				logger.info(`${site.papers.length} papers indexed for search`);
			},
		},
	};
}

/** Every file of the search index, path within `pagefind/` to bytes, for papers in the order of their dates. */
export async function buildSearch(
	{ papers, topics }: Pick<PapersJson, "papers" | "topics">,
	language: string,
	common = COMMON,
): Promise<Map<string, Uint8Array>> {
	try {
		const shared = sharedAuthorsOf(papers);
		const records = papers.map((paper) => searchRecord(paper, language, shared));
		const files = await indexFiles(records, language);
		const vocabulary = await vocabularyOf(recordsIn(files), language, common, (record) =>
			indexFiles([record], language),
		);
		return searchBundle({
			files,
			vocabulary,
			records,
			ids: papers.map(({ id }) => id),
			comments: papers.map(({ commentCount }) => commentCount ?? 0),
			topics: topics.map(({ id, name }) => [id, name]),
			language,
			common,
		});
	} finally {
		await pagefind.close();
	}
}

/** Pagefind's own files for some records. */
async function indexFiles(
	records: readonly SearchRecord[],
	language: string,
): Promise<Map<string, Uint8Array>> {
	// One index for all: Pagefind would part papers by language, and search only one part.
	const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
	if (!index) throw new Error(`the search index cannot be built: ${errors.join("; ")}`);
	for (let at = 0; at < records.length; at += IN_FLIGHT) {
		await Promise.all(
			records.slice(at, at + IN_FLIGHT).map(async (record) => {
				const { errors } = await index.addCustomRecord(record);
				if (errors.length > 0) throw new Error(`${record.url}: ${errors.join("; ")}`);
			}),
		);
	}
	const got = await index.getFiles();
	if (got.errors.length > 0) throw new Error(`no search index: ${got.errors.join("; ")}`);
	await index.deleteIndex();
	return new Map(got.files.map(({ path, content }) => [path, content]));
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
	for (const name of new Set([...files.keys()].map((file) => path.dirname(file)))) {
		mkdirSync(path.join(folder, name), { recursive: true });
	}
	const entries = [...files];
	for (let at = 0; at < entries.length; at += IN_FLIGHT) {
		await Promise.all(
			entries
				.slice(at, at + IN_FLIGHT)
				.map(([name, content]) => writeFile(path.join(folder, name), content)),
		);
	}
}
