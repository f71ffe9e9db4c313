import type { PapersJson } from "../exports/papers-json.ts";
import { fillBundle } from "./search-bundle.ts";
import { Bundle, type SearchFiles } from "./search-files.ts";
import { type KnownIndex, NOTHING_KNOWN } from "./search-known.ts";
import { endPagefind } from "./search-pagefind.ts";
import { searchRecord, sharedAuthorsOf } from "./search-record.ts";
import { updatedIndex } from "./search-update.ts";
import { vocabularyOf } from "./search-vocabulary.ts";

/** Words in 2⁶ papers or more are sent in outline: the lists of their places are long. */
const COMMON = 6;

/** What is searched. */
export type Searched = Pick<PapersJson, "papers" | "topics">;

/** A search index. */
export interface BuiltSearch {
	/** Path within `pagefind/` to bytes. */
	files: SearchFiles;
	/** What the next build may be given, so that it indexes those papers alone that have changed. */
	known: KnownIndex;
}

/**
 * The search index of papers in the order of their dates. Pagefind indexes the papers that `known`
 * does not have; the same papers give the same files, whatever is known.
 */
export async function buildSearch(
	{ papers, topics }: Searched,
	language: string,
	{
		common = COMMON,
		known = NOTHING_KNOWN,
	}: { common?: number | undefined; known?: KnownIndex | undefined } = {},
): Promise<BuiltSearch> {
	const shared = sharedAuthorsOf(papers);
	const records = papers.map((paper) => searchRecord(paper, language, shared));
	try {
		const index = await updatedIndex(records, language, known);
		const bundle = new Bundle(known.packed);
		const chunks = fillBundle(bundle, {
			...index,
			vocabulary: vocabularyOf(index.words, language, common),
			records,
			ids: papers.map(({ id }) => id),
			comments: papers.map(({ commentCount }) => commentCount ?? 0),
			topics: topics.map(({ id, name }) => [id, name]),
			language,
			common,
		});
		const { version, engine, fields, pages, words } = index;
		const { files, packed } = bundle;
		return { files, known: { version, engine, fields, pages, words, chunks, packed } };
	} finally {
		await endPagefind();
	}
}
