import { createHash } from "node:crypto";
import { type Cbor, encodeCbor } from "../search/cbor.ts";
import {
	type Contents,
	encodeLengths,
	type PaperRecord,
	type SearchEntry,
} from "../search/contents.ts";
import {
	decodeAny,
	decodeFilter,
	decodeMeta,
	encodeMeta,
	type Meta,
	withMark,
} from "../search/pagefind-files.ts";
import { compareCodePoints } from "../search/text.ts";
import type { Word } from "../search/vocabulary.ts";
import { add, NAME_LENGTH, nameOf, pack, type SearchFiles, unpack } from "./search-files.ts";
import { addOutlines, addWords } from "./search-lists.ts";
import type { SearchRecord } from "./search-record.ts";
import { segmenterOf, withEveryWord } from "./search-words.ts";

/** Bytes of a chunk of the index before it is packed: about a third is sent. Pagefind's own are seven times as large. */
const CHUNK_SIZE = 9_000;

/** Files that a site does not use: Pagefind's own ways to show a search. */
const UNUSED = /(?:-ui\.|-highlight\.)/;

const NO_META: Meta = { version: "", pages: [], chunks: [], filters: [], sorts: [], fields: [] };

interface Parts {
	/** What Pagefind wrote. */
	files: ReadonlyMap<string, Uint8Array>;
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
	const words = everyWord(meta, parts);
	const chunks = recut(words).map(({ from, to, words }) => {
		const name = add(bundle, "index", "pf_index", withMark(encodeCbor([words])));
		return { from, to, name };
	});
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
		outlines: addOutlines(bundle, words, meta.fields, parts.common),
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
function everyWord(meta: Meta, { files, vocabulary, language }: Parts): Cbor[][] {
	const chunks = meta.chunks.map(({ name }) => {
		const bytes = unpack(files, `index/${name}.pf_index`);
		return { bytes, words: (decodeAny(bytes) as Cbor[][])[0] ?? [] };
	});
	const stems = new Map(vocabulary.map(({ word, stem }) => [word, stem]));
	const stemOf = (word: string) => stems.get(word) ?? word;
	const records = recordsIn(files);
	return withEveryWord(chunks, records, meta.fields, stemOf, segmenterOf(language)).sort(
		([a], [b]) => compareCodePoints(a, b),
	);
}

/** The words of the index in chunks of about {@link CHUNK_SIZE}. */
function recut(all: readonly Cbor[][]): { from: string; to: string; words: Cbor[] }[] {
	const words = all.map((value) => ({ word: String(value[0]), value }));
	const chunks: { from: string; to: string; words: Cbor[] }[] = [];
	let size = CHUNK_SIZE;
	for (const { word, value } of words) {
		const length = encodeCbor(value).length;
		// A word that fills a chunk has it for itself: its neighbours would be sent with it for nothing.
		if (size + length > CHUNK_SIZE) {
			chunks.push({ from: word, to: word, words: [] });
			size = 0;
		}
		const chunk = chunks.at(-1);
		chunk?.words.push(value);
		if (chunk) chunk.to = word;
		size += length;
	}
	return chunks;
}

/** Adds the records under a name of their set, and gives the name. */
function addRecords(bundle: SearchFiles, meta: Meta, { files, records }: Parts): string {
	const contents = meta.pages.map(({ name }, number) => {
		const path = `fragment/${name}.pf_fragment`;
		const { url } = JSON.parse(new TextDecoder().decode(unpack(files, path)));
		// The order of records is the order by date, which is not written down elsewhere.
		if (url !== records[number]?.url) {
			throw new Error(
				`record ${number} of the search index is ${url}, not ${records[number]?.url}`,
			);
		}
		return files.get(path) ?? new Uint8Array();
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
