import type { EncodedWord } from "../search/pagefind-files.ts";
import { nameOf } from "./search-files.ts";
import {
	changesTo,
	type KnownIndex,
	type KnownPage,
	knownIndexWords,
	NOTHING_KNOWN,
} from "./search-known.ts";
import { mergedWords } from "./search-merge.ts";
import { indexRecords, type PagefindIndex, recordIn } from "./search-pagefind.ts";
import { fieldsOf, type SearchRecord } from "./search-record.ts";
import { knownAfter, stemsAt, wordsIn } from "./search-vocabulary.ts";
import { type Added, placesWithin, segmenterOf, withEveryWord } from "./search-words.ts";

/** An index of all papers, before its files are made. */
export interface UpdatedIndex extends Omit<KnownIndex, "chunks" | "packed"> {
	/** Its words, in order, each at every place where it stands. */
	places: Iterable<EncodedWord>;
}

/** The index of records: Pagefind is given those alone that the index before does not have. */
export async function updatedIndex(
	records: readonly SearchRecord[],
	language: string,
	known: KnownIndex,
): Promise<UpdatedIndex> {
	const fields = fieldsOf(records);
	// Every place is written with the number of its field.
	const before = fields.join() === known.fields.join() ? known : NOTHING_KNOWN;
	const { sums, numbers, come } = changesTo(records, before);
	const coming = come.map((number) => records[number] as SearchRecord);
	const fresh = await indexOf(coming, fields, language);

	const segmenter = segmenterOf(language);
	const more = new Map<string, number>();
	const added = new Map<string, Added[]>();
	const count = (fragment: Uint8Array, step: number) => {
		const record = recordIn(fragment);
		for (const word of wordsIn(record, segmenter)) more.set(word, (more.get(word) ?? 0) + step);
		return record;
	};
	const pages: KnownPage[] = [];
	before.pages.forEach((page, number) => {
		const now = numbers[number] ?? -1;
		if (now >= 0) pages[now] = page;
		else count(page.fragment, -1);
	});
	come.forEach((number, at) => {
		const { fragment, words } = pageAt(fresh, at);
		const record = count(fragment, 1);
		// The order of records is the order by date, which is not written down elsewhere.
		if (record.url !== coming[at]?.url) {
			throw new Error(`record ${at} of the search index is ${record.url}, not ${coming[at]?.url}`);
		}
		pages[number] = { sum: sums[number] ?? "", name: nameOf(fragment), fragment, words };
		for (const [word, place] of placesWithin(record, at, fields, segmenter)) {
			const places = added.get(word);
			if (places) places.push(place);
			else added.set(word, [place]);
		}
	});
	// Languages without spaces have no endings to cut, and the text would be cut elsewhere.
	const words = await knownAfter(before.words, more, async (unknown) =>
		segmenter ? unknown : stemsAt(unknown, (await textIndex(unknown, language)).words()),
	);
	const addedByStem = new Map<string, Added[]>();
	for (const [word, places] of added) {
		const stem = words.get(word)?.stem ?? word;
		addedByStem.set(stem, [...(addedByStem.get(stem) ?? []), ...places]);
	}
	const { version, engine } = fresh;
	return {
		version,
		engine,
		fields,
		pages,
		words,
		places: mergedWords(
			{ words: knownIndexWords(before), numbers },
			{ words: withEveryWord(fresh.words(), addedByStem), numbers: Int32Array.of(...come, -1) },
		),
	};
}

/** Pagefind's index of some records, with the fields of all. */
async function indexOf(
	records: readonly SearchRecord[],
	fields: readonly string[],
	language: string,
): Promise<PagefindIndex> {
	const missing = fieldsOf(records).join() !== fields.join();
	// Pagefind numbers the fields of the records that it is given.
	const last = missing ? [textRecord("a", language, fields)] : [];
	return indexRecords([...records, ...last], language);
}

function textIndex(words: readonly string[], language: string): Promise<PagefindIndex> {
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

function pageAt({ pages }: PagefindIndex, at: number): PagefindIndex["pages"][number] {
	const page = pages[at];
	if (!page) throw new Error(`the search index has no record ${at}`);
	return page;
}
