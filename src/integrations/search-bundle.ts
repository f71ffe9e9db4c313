import { createHash } from "node:crypto";
import { encodeCbor } from "../search/cbor.ts";
import {
	type Contents,
	encodeLengths,
	type PaperRecord,
	type SearchEntry,
} from "../search/contents.ts";
import {
	decodeFilter,
	decodeMeta,
	encodeMeta,
	type Meta,
	withMark,
} from "../search/pagefind-files.ts";
import { compareCodePoints } from "../search/text.ts";
import type { Word } from "../search/vocabulary.ts";
import { add, NAME_LENGTH, nameOf, pack, type SearchFiles, unpack } from "./search-files.ts";
import { addWords, chunkFiles, outlineFiles } from "./search-lists.ts";
import type { SearchRecord } from "./search-record.ts";
import { segmenterOf, withEveryWord } from "./search-words.ts";

/** Files that a site does not use: Pagefind's own ways to show a search. */
const UNUSED = /(?:-ui\.|-highlight\.)/;

const NO_META: Meta = { version: "", pages: [], chunks: [], filters: [], sorts: [], fields: [] };

interface Parts {
	/** What Pagefind wrote. */
	files: ReadonlyMap<string, Uint8Array>;
	/** What Pagefind keeps of each paper: {@link recordsIn}. */
	kept: readonly PaperRecord[];
	vocabulary: readonly Word[];
	records: readonly SearchRecord[];
	/** Id of the paper of each record. */
	ids: readonly string[];
	/** Number of comments of each record. */
	comments: readonly number[];
	/** Ids of topics and their names. */
	topics: Contents["topics"];
	language: string;
	/** See {@link Contents.common}. */
	common: number;
}

/**
 * Pagefind's files, made ready for readers far away: smaller chunks, files named by the
 * SHA-256 of their bytes (the records by a set and a number, so that no list of their names
 * has to be sent), a table of contents and the lists of words. Pagefind's own engine reads
 * the result as well.
 */
export function searchBundle(parts: Parts): SearchFiles {
	const { files, records, language } = parts;
	const bundle: SearchFiles = new Map();
	const metaFile = [...files.keys()].find((name) => name.endsWith(".pf_meta"));
	for (const [name, content] of files) {
		if (!name.includes("/") && name !== metaFile && !UNUSED.test(name)) bundle.set(name, content);
	}
	// Pagefind writes no table for an index of no papers.
	const meta = metaFile ? decodeMeta(unpack(files, metaFile)) : NO_META;
	const chunkWriter = chunkFiles(bundle);
	const outlines = outlineFiles(bundle, meta.fields, parts.common);
	for (const word of everyWord(meta, parts)) {
		chunkWriter.add(word);
		outlines.add(word);
	}
	const chunks = chunkWriter.end();
	// Pagefind writes filters and their values in another order each time.
	const unsorted = [...meta.filters].sort((a, b) => compareCodePoints(a.filter, b.filter));
	const filters = unsorted.map(({ filter, name }) => {
		const { values } = decodeFilter(unpack(files, `filter/${name}.pf_filter`));
		const sorted = [...values].sort(([a], [b]) => compareCodePoints(a, b));
		const content = withMark(encodeCbor([filter, sorted]));
		return { filter, name: add(bundle, "filter", "pf_filter", content) };
	});
	const set = addRecords(bundle, meta, parts);
	const pages = meta.pages.map(({ words }, number) => ({ name: `${set}/${number}`, words }));
	const metaName = addMeta(bundle, { ...meta, pages, chunks, filters }, language);
	const contents: Contents = {
		version: 1,
		set,
		papers: records.length,
		language,
		lengths: encodeLengths(meta.pages.map(({ words }) => words)),
		fields: meta.fields,
		chunks: chunks.map(({ from, name }) => [from, name]),
		outlines: outlines.end(),
		common: parts.common,
		...addWords(bundle, parts.vocabulary),
		filters: Object.fromEntries(filters.map(({ filter, name }) => [filter, name])),
		ids: add(bundle, "ids", "pf_ids", withMark(Buffer.from(JSON.stringify(parts.ids)))),
		topics: parts.topics,
		comments: parts.comments
			.flatMap((count, paper): [number, number][] => (count > 0 ? [[paper, count]] : []))
			.sort((a, b) => b[1] - a[1]),
	};
	const text = JSON.stringify(contents);
	const name = add(bundle, "", "pf_contents", Buffer.from(text), "contents.");
	return addEntry(bundle, metaName, { offprint: { set, contents: name } });
}

/** What Pagefind keeps of each paper, in the order of their numbers. */
export function recordsIn(files: ReadonlyMap<string, Uint8Array>): PaperRecord[] {
	const metaFile = [...files.keys()].find((name) => name.endsWith(".pf_meta"));
	const { pages } = metaFile ? decodeMeta(unpack(files, metaFile)) : NO_META;
	return pages.map(({ name }) =>
		JSON.parse(new TextDecoder().decode(unpack(files, `fragment/${name}.pf_fragment`))),
	);
}

/** The words of the index, in order, each at every place where it stands. */
function everyWord(meta: Meta, { files, vocabulary, language, kept }: Parts) {
	const stems = new Map(vocabulary.map(({ word, stem }) => [word, stem]));
	const stemOf = (word: string) => stems.get(word) ?? word;
	return withEveryWord(chunksOf(meta, files), kept, meta.fields, stemOf, segmenterOf(language));
}

function* chunksOf(meta: Meta, files: Parts["files"]): Generator<Uint8Array> {
	const sorted = meta.chunks.toSorted((a, b) => compareCodePoints(a.from, b.from));
	for (const { name } of sorted) yield unpack(files, `index/${name}.pf_index`);
}

/** Adds the records under a name of their set, and gives the name. */
function addRecords(bundle: SearchFiles, meta: Meta, { files, kept, records }: Parts): string {
	const contents = meta.pages.map(({ name }, number) => {
		const url = kept[number]?.url;
		// The order of records is the order by date, which is not written down elsewhere.
		if (url !== records[number]?.url) {
			throw new Error(
				`record ${number} of the search index is ${url}, not ${records[number]?.url}`,
			);
		}
		return files.get(`fragment/${name}.pf_fragment`) ?? new Uint8Array();
	});
	const hash = createHash("sha256");
	for (const content of contents) hash.update(content);
	const set = hash.digest("hex").slice(0, NAME_LENGTH);
	contents.forEach((content, number) => {
		bundle.set(`fragment/${set}/${number}.pf_fragment`, content);
	});
	return set;
}

function addMeta(bundle: SearchFiles, meta: Meta, language: string): string {
	const packed = pack(withMark(encodeMeta(meta)));
	const name = `${language}_${nameOf(packed)}`;
	bundle.set(`pagefind.${name}.pf_meta`, packed);
	return name;
}

/** Pagefind's entry file, with the new name of its table and where ours is. */
function addEntry(bundle: SearchFiles, metaName: string, ours: SearchEntry): SearchFiles {
	const entry = JSON.parse(new TextDecoder().decode(bundle.get("pagefind-entry.json")));
	for (const language of Object.values<{ hash: string }>(entry.languages)) language.hash = metaName;
	return bundle.set("pagefind-entry.json", Buffer.from(JSON.stringify({ ...entry, ...ours })));
}
