import * as pagefind from "pagefind";
import type { PapersJson } from "../exports/papers-json.ts";
import { recordsIn, searchBundle } from "./search-bundle.ts";
import { type SearchRecord, searchRecord, sharedAuthorsOf } from "./search-record.ts";
import { vocabularyOf } from "./search-vocabulary.ts";

/** Words in 2⁶ papers or more are sent in outline: the lists of their places are long. */
const COMMON = 6;

/** Records that are on their way to the indexer at one time. */
const IN_FLIGHT = 500;

/** What is searched. */
export type Searched = Pick<PapersJson, "papers" | "topics">;

/** Every file of the search index, path within `pagefind/` to bytes, for papers in the order of their dates. */
export async function buildSearch(
	{ papers, topics }: Searched,
	language: string,
	common = COMMON,
): Promise<Map<string, Uint8Array>> {
	try {
		const shared = sharedAuthorsOf(papers);
		const records = papers.map((paper) => searchRecord(paper, language, shared));
		const files = await indexFiles(records, language);
		const kept = recordsIn(files);
		const vocabulary = await vocabularyOf(kept, language, common, (record) =>
			indexFiles([record], language),
		);
		return searchBundle({
			files,
			kept,
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
