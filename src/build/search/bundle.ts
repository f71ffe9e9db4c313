import { encodeCbor } from "../../search/cbor.ts";
import {
	type Contents,
	encodeLengths,
	PAPERS_IN_SET,
	type Row,
	recordPath,
	type SearchEntry,
} from "../../search/contents.ts";
import { encodeFacet } from "../../search/facets.ts";
import type { EncodedOutline } from "../../search/outlines.ts";
import { encodeMeta, type Meta, withMark } from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";
import type { Word } from "../../search/vocabulary.ts";
import { type Bundle, nameOf, type SearchFiles } from "./files.ts";
import type { Indexed } from "./kept-chunks.ts";
import type { KnownChunk, KnownIndex } from "./known.ts";
import { addWords, chunkFiles, outlineFiles } from "./lists.ts";
import { type PairedFrom, pairFiles } from "./pair-files.ts";
import type { SearchRecord } from "./record.ts";
import { inTables, type TabledFrom } from "./tables.ts";

/** A paper in the index. */
export interface IndexedPage {
	/** What is kept of the paper, packed as Pagefind writes it. */
	fragment: Uint8Array;
	/** Name that its bytes give to the fragment. */
	name: string;
	/** Words in its text. */
	words: number;
}

interface Parts {
	/** Pagefind's version, as its files name it. */
	version: string;
	/** Pagefind's engine and its entry file. */
	engine: SearchFiles;
	/** Names of the fields that words are found in. */
	fields: readonly string[];
	pages: readonly IndexedPage[];
	/** The words of the index, in order, each at every place where it stands. */
	places: Iterable<Indexed>;
	/** Outlines of the words of chunks that are kept, in order, among others. */
	outlines: Iterable<EncodedOutline>;
	vocabulary: readonly Word[];
	records: readonly Pick<SearchRecord, "filters" | "sort">[];
	/** Id of the paper of each record. */
	ids: readonly string[];
	/** Number of comments of each record. */
	comments: readonly number[];
	/** Ids of topics and their names. */
	topics: Contents["topics"];
	language: string;
	/** See {@link Contents.common}. */
	common: number;
	paired: PairedFrom;
	tabled: TabledFrom;
}

/**
 * Pagefind's files, made ready for readers far away: smaller chunks, files named by the
 * SHA-256 of their bytes (the records by a set and a number), a table of contents and the lists
 * of words. Pagefind's own engine reads the result as well. Adds all files to the bundle, and
 * gives the chunks and the names of the files of outlines, in order.
 */
export function fillBundle(bundle: Bundle, parts: Parts): Pick<KnownIndex, "chunks" | "outlines"> {
	const { engine, fields, pages, records, language, common, paired, tabled } = parts;
	for (const [name, content] of engine) bundle.files.set(name, content);
	const chunks: KnownChunk[] = [];
	const outlines: Row[] = [];
	const pairs = pairFiles(bundle, fields, pages.length, paired);
	const files = [
		pairs,
		chunkFiles(bundle, (chunk) => chunks.push(chunk)),
		outlineFiles(bundle, { fields, common, before: parts.outlines }, (file) => outlines.push(file)),
	];
	for (const word of parts.places) for (const file of files) file.add(word);
	for (const file of files) file.end();
	const filters = addFilters(bundle, records);
	const sets = setsOf(pages);
	const paths = pages.map((_, number) => recordPath(number, pages.length, sets));
	pages.forEach(({ fragment }, number) => {
		bundle.files.set(`fragment/${paths[number]}.pf_fragment`, fragment);
	});
	const metaName = addMeta(bundle, language, {
		version: parts.version,
		pages: pages.map(({ words }, number) => ({ name: paths[number] ?? "", words })),
		chunks: chunks.map(({ from, last, name }) => ({ from, to: last, name })),
		filters,
		sorts: sortsOf(records),
		fields: [...fields],
	});
	const tables = pages.length >= tabled.papers;
	const list = (rows: Row[]) => (tables ? inTables(bundle, rows, tabled.rows) : rows);
	const contents: Contents = {
		version: 1,
		sets,
		papers: pages.length,
		language,
		lengths: encodeLengths(pages.map(({ words }) => words)),
		fields: [...fields],
		tables,
		chunks: list(chunks.map(({ from, name }) => [from, name])),
		outlines: list(outlines),
		common,
		paired: pairs.rows.paired,
		pairs: list(pairs.rows.pairs),
		...addWords(bundle, parts.vocabulary),
		filters: Object.fromEntries(filters.map(({ filter, facet }) => [filter, facet])),
		ids: bundle.add("ids", "pf_ids", withMark(Buffer.from(JSON.stringify(parts.ids)))),
		topics: parts.topics,
		comments: parts.comments
			.flatMap((count, paper): [number, number][] => (count > 0 ? [[paper, count]] : []))
			.sort((a, b) => b[1] - a[1]),
	};
	const text = JSON.stringify(contents);
	const name = bundle.add("", "pf_contents", Buffer.from(text), { prefix: "contents." });
	addEntry(bundle.files, metaName, pages.length, { offprint: { contents: name } });
	return { chunks, outlines: outlines.map(([, name]) => name) };
}

/** Characters of the name of a set: it tells one form of it from another, in any cache on the way. */
const SET_NAME = 8;

/** The names of the sets of records, from that of the oldest papers on. */
function setsOf(pages: readonly IndexedPage[]): string[] {
	const names = pages.map(({ name }) => name).reverse();
	return Array.from({ length: Math.ceil(names.length / PAPERS_IN_SET) }, (_, set) => {
		const some = names.slice(set * PAPERS_IN_SET, (set + 1) * PAPERS_IN_SET);
		return nameOf(some.join("\n")).slice(0, SET_NAME);
	});
}

/**
 * Filters and their values in the order of code points, each value with the numbers of its papers:
 * for Pagefind's engine and for ours.
 */
function addFilters(
	bundle: Bundle,
	records: Parts["records"],
): (Meta["filters"][number] & { facet: string })[] {
	const filters = new Map<string, Map<string, number[]>>();
	records.forEach((record, number) => {
		for (const [filter, values] of Object.entries(record.filters)) {
			const known = filters.get(filter) ?? new Map<string, number[]>();
			filters.set(filter, known);
			for (const value of values) {
				const papers = known.get(value);
				if (papers) papers.push(number);
				else known.set(value, [number]);
			}
		}
	});
	const inOrder = <Value>(map: ReadonlyMap<string, Value>) =>
		[...map].sort(([a], [b]) => compareCodePoints(a, b));
	return inOrder(filters).map(([filter, values]) => {
		const sorted = inOrder(values);
		const content = withMark(encodeCbor([filter, sorted]));
		return {
			filter,
			name: bundle.add("filter", "pf_filter", content),
			facet: bundle.add("facets", "pf_facet", withMark(encodeFacet(sorted))),
		};
	});
}

/** Numbers of the papers in the order of each sort key; papers of one value in their own order. */
function sortsOf(records: Parts["records"]): Meta["sorts"] {
	const keys = new Set(records.flatMap(({ sort }) => Object.keys(sort)));
	return [...keys].sort(compareCodePoints).map((key) => {
		const values = records.map(({ sort }, number) => ({ value: sort[key] ?? "", number }));
		values.sort((a, b) => compareCodePoints(a.value, b.value));
		return { sort: key, pages: values.map(({ number }) => number) };
	});
}

function addMeta(bundle: Bundle, language: string, meta: Meta): string {
	const packed = bundle.pack(withMark(encodeMeta(meta)));
	const name = `${language}_${packed.name}`;
	bundle.files.set(`pagefind.${name}.pf_meta`, packed.bytes);
	return name;
}

/** Pagefind's entry file, with the new name of its table, the number of papers, and where ours is. */
function addEntry(files: SearchFiles, metaName: string, papers: number, ours: SearchEntry): void {
	const entry = JSON.parse(new TextDecoder().decode(files.get("pagefind-entry.json")));
	for (const language of Object.values<{ hash: string; page_count: number }>(entry.languages)) {
		language.hash = metaName;
		language.page_count = papers;
	}
	files.set("pagefind-entry.json", Buffer.from(JSON.stringify({ ...entry, ...ours })));
}
