import type { PapersJson } from "../../exports/papers-json.ts";
import type { Contents } from "../../search/contents.ts";
import { fillBundle } from "./bundle.ts";
import { Bundle, type SearchFiles } from "./files.ts";
import { type KnownIndex, NOTHING_KNOWN } from "./known.ts";
import type { PairedFrom } from "./pair-files.ts";
import { searchRecord, sharedAuthorsOf } from "./record.ts";
import type { TabledFrom } from "./tables.ts";
import { updatedIndex } from "./update.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Words in 2⁶ papers or more are sent in outline: the lists of their places are long. */
const COMMON = 6;

/** Papers of a large collection. */
const LARGE = 16_384;

/**
 * Phrases of large collections read pairs in place of words whose places take more bytes than
 * this: 30 kB when they are sent. In smaller collections few words do, and pairs would cost a second
 * of every build.
 */
const PAIRED: PairedFrom = { papers: LARGE, bytes: 100_000 };

/**
 * The names of the files of large collections are in tables, so that a query is not sent all of
 * them. Of larger tables a query of several words is sent more, of smaller ones the table of contents
 * has more rows. In smaller collections the names take about 35 kB at most, and no query waits for
 * one file more.
 */
const TABLED: TabledFrom = { papers: LARGE, rows: 80 };

/**
 * Papers that Pagefind is given at one time: it takes about 100 kB of memory for each. 10,000
 * papers take no longer so than all at one time.
 */
const AT_ONCE = 2_500;

/** What is searched. */
export interface Searched extends Pick<PapersJson, "papers" | "topics"> {
	/** A check sum of all that each paper says: without them that of its record is worked out. */
	sums?: readonly string[];
}

/** What the build before has kept; the rest is set by tests, lower than it is. */
export interface SearchOptions {
	/** See {@link Contents.common}. */
	common?: number | undefined;
	paired?: PairedFrom | undefined;
	tabled?: TabledFrom | undefined;
	known?: KnownIndex | undefined;
	atOnce?: number | undefined;
}

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
	{ papers, topics, sums }: Searched,
	language: string,
	{
		common = COMMON,
		paired = PAIRED,
		tabled = TABLED,
		known = NOTHING_KNOWN,
		atOnce = AT_ONCE,
	}: SearchOptions = {},
): Promise<BuiltSearch> {
	const shared = sharedAuthorsOf(papers);
	const records = papers.map((paper) => searchRecord(paper, language, shared));
	const wordByWord = papers.length >= paired.papers;
	const index = await updatedIndex(records, language, known, { sums, atOnce, wordByWord });
	const bundle = new Bundle(known.packed);
	const made = fillBundle(bundle, {
		...index,
		vocabulary: vocabularyOf(index.words, language, common),
		records,
		ids: papers.map(({ id }) => id),
		comments: papers.map(({ commentCount }) => commentCount ?? 0),
		topics: topics.map(({ id, name }) => [id, name]),
		language,
		common,
		paired,
		tabled,
	});
	const { version, engine, fields, pages, words } = index;
	const { files, packed } = bundle;
	return { files, known: { version, engine, fields, pages, words, ...made, packed } };
}
