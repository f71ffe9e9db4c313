import type { PaperRecord } from "../../search/contents.ts";
import type { EncodedWord } from "../../search/pagefind-files.ts";
import type { IndexedPage } from "./bundle.ts";
import { nameOf } from "./files.ts";
import { indexRecords, type PagefindIndex, recordIn } from "./pagefind.ts";
import type { Parts } from "./parts.ts";
import { fieldsOf, type SearchRecord } from "./record.ts";
import { type Added, placesWithin, withEveryWord } from "./words.ts";

/** Papers that Pagefind has indexed. */
export interface FreshPapers extends Pick<PagefindIndex, "version" | "engine"> {
	/** In the order of the records. */
	pages: readonly IndexedPage[];
	/** The words in order, each at every place where it stands; to be gone through once. */
	words(stemOf: (word: string) => string): Generator<EncodedWord>;
}

/**
 * Has records indexed, with all `fields` of the collection, whatever fields these records have.
 * `read` is given what is kept of each. Papers are numbered in the order of the records; the number
 * after the last is that of no paper.
 */
export async function freshPapers(
	records: readonly SearchRecord[],
	fields: readonly string[],
	parts: Parts,
	read: (record: PaperRecord) => void,
): Promise<FreshPapers> {
	const { language } = parts;
	// Pagefind numbers the fields of the records that it is given.
	const lacks = fieldsOf(records).join() !== fields.join();
	const last = lacks ? [textRecord("a", language, fields)] : [];
	const index = await indexRecords([...records, ...last], language);
	const added = new Map<string, Added[]>();
	const pages = records.map(({ url }, number) => {
		const { fragment = new Uint8Array(), words = 0 } = index.pages[number] ?? {};
		const record = recordIn(fragment);
		// The order of records is the order by date, which is not written down elsewhere.
		if (record.url !== url) {
			throw new Error(`record ${number} of the search index is ${record.url}, not ${url}`);
		}
		for (const [word, place] of placesWithin(record, number, fields, parts)) {
			push(added, word, place);
		}
		read(record);
		return { fragment, name: nameOf(fragment), words };
	});
	const { version, engine, words } = index;
	return {
		version,
		engine,
		pages,
		words: (stemOf) => {
			const byStem = new Map<string, Added[]>();
			for (const [word, places] of added) push(byStem, stemOf(word), ...places);
			// Which word of a stem came first depends on the papers that are indexed together.
			for (const places of byStem.values()) places.sort(inReadingOrder);
			return withEveryWord(words(), byStem);
		},
	};
}

function inReadingOrder(a: Added, b: Added): number {
	return a.page - b.page || a.field - b.field || a.at - b.at;
}

/** The index of words as one text. */
export async function textIndex(
	words: readonly string[],
	language: string,
): Promise<PagefindIndex> {
	return indexRecords([textRecord(words.join(" "), language)], language);
}

function textRecord(
	content: string,
	language: string,
	fields: readonly string[] = [],
): SearchRecord {
	const meta = Object.fromEntries(fields.map((field) => [field, "a"]));
	return { url: "/", content, language, meta, filters: {}, sort: {} };
}

function push<Value>(lists: Map<string, Value[]>, key: string, ...values: Value[]): void {
	const list = lists.get(key);
	if (!list) lists.set(key, values);
	else for (const value of values) list.push(value);
}
