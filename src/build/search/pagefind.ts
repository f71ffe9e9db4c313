import { gunzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import type { PaperRecord } from "../../search/contents.ts";
import {
	decodeMeta,
	type EncodedWord,
	type Meta,
	withoutMark,
} from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";
import { type SearchFiles, wordsOfChunks } from "./files.ts";
import type { SearchRecord } from "./record.ts";

/** Records that are on their way to the indexer at one time. */
const IN_FLIGHT = 500;

/** Files that a site does not use: Pagefind's own ways to show a search. */
const UNUSED = /(?:-ui\.|-highlight\.)/;

const NO_META: Meta = { version: "", pages: [], chunks: [], filters: [], sorts: [], fields: [] };

/** What Pagefind makes of some records. */
export interface PagefindIndex {
	/** Pagefind's version, as its files name it; empty where there are no records. */
	version: string;
	/** Names of the fields that words are found in, in the order of their numbers. */
	fields: readonly string[];
	/** What is kept of each record, packed, and the number of words in its text; in the order of the records. */
	pages: readonly { fragment: Uint8Array; words: number }[];
	/** Its engine and its entry file. */
	engine: SearchFiles;
	/** The words in the order of code points; a chunk is unpacked when it is asked for. */
	words(): Generator<EncodedWord>;
}

/** Indexes records, in a process that ends with it: what it took of memory is free then. */
export async function indexRecords(
	records: readonly SearchRecord[],
	language: string,
): Promise<PagefindIndex> {
	try {
		return read(await filesOf(records, language));
	} finally {
		await pagefind.close();
	}
}

async function filesOf(records: readonly SearchRecord[], language: string): Promise<SearchFiles> {
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
	return new Map(got.files.map(({ path, content }) => [path, content]));
}

/** What a packed fragment says. */
export function recordIn(fragment: Uint8Array): PaperRecord {
	return JSON.parse(new TextDecoder().decode(withoutMark(gunzipSync(fragment))));
}

function read(files: SearchFiles): PagefindIndex {
	const file = (name: string) => {
		const content = files.get(name);
		if (!content) throw new Error(`Pagefind has not written ${name}`);
		return content;
	};
	// Pagefind writes no table for an index of no papers.
	const metaFile = [...files.keys()].find((name) => name.endsWith(".pf_meta"));
	const meta = metaFile ? decodeMeta(withoutMark(gunzipSync(file(metaFile)))) : NO_META;
	const chunks = meta.chunks
		.toSorted((a, b) => compareCodePoints(a.from, b.from))
		.map(({ name }) => file(`index/${name}.pf_index`));
	return {
		version: meta.version,
		fields: meta.fields,
		pages: meta.pages.map(({ name, words }) => ({
			fragment: file(`fragment/${name}.pf_fragment`),
			words,
		})),
		engine: new Map(
			[...files].filter(([name]) => !name.includes("/") && name !== metaFile && !UNUSED.test(name)),
		),
		words: () => wordsOfChunks(chunks),
	};
}
