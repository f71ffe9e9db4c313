import type { PaperRecord } from "../../search/contents.ts";
import type { EncodedWord } from "../../search/pagefind-files.ts";
import { type FreshPapers, freshPapers, textIndex } from "./fresh.ts";
import {
	changesTo,
	type KnownIndex,
	type KnownPage,
	knownIndexWords,
	NOTHING_KNOWN,
} from "./known.ts";
import { mergedWords } from "./merge.ts";
import { recordIn } from "./pagefind.ts";
import { fieldsOf, type SearchRecord } from "./record.ts";
import { knownAfter, stemsAt, wordsIn } from "./vocabulary.ts";
import { segmenterOf } from "./words.ts";

/** An index of all papers, before its files are made. */
export interface UpdatedIndex extends Omit<KnownIndex, "chunks" | "packed"> {
	/** Its words, in order, each at every place where it stands; to be gone through once. */
	places: Iterable<EncodedWord>;
}

/**
 * The index of records: Pagefind is given those alone that the index before does not have, `atOnce`
 * of them at a time.
 */
export async function updatedIndex(
	records: readonly SearchRecord[],
	language: string,
	known: KnownIndex,
	atOnce: number,
): Promise<UpdatedIndex> {
	const fields = fieldsOf(records);
	const segmenter = segmenterOf(language);
	// Every place is written with the number of its field.
	const before = fields.join() === known.fields.join() ? known : NOTHING_KNOWN;
	const { sums, numbers, come } = changesTo(records, before);

	const more = new Map<string, number>();
	const count = (record: PaperRecord, step: number) => {
		for (const word of wordsIn(record, segmenter)) more.set(word, (more.get(word) ?? 0) + step);
	};
	const pages: KnownPage[] = [];
	before.pages.forEach((page, number) => {
		const now = numbers[number] ?? -1;
		if (now >= 0) pages[now] = page;
		else count(recordIn(page.fragment), -1);
	});
	const fresh: { papers: FreshPapers; numbers: Int32Array }[] = [];
	for (let at = 0; at < come.length || (at === 0 && before.engine.size === 0); at += atOnce) {
		const some = come.slice(at, at + atOnce);
		const given = some.map((number) => records[number] as SearchRecord);
		const papers = await freshPapers(given, fields, language, (record) => count(record, 1));
		papers.pages.forEach((page, index) => {
			const number = some[index] ?? 0;
			pages[number] = { ...page, sum: sums[number] ?? "" };
		});
		fresh.push({ papers, numbers: Int32Array.of(...some, -1) });
	}
	const words = await knownAfter(before.words, more, async (unknown) =>
		// Languages without spaces have no endings to cut, and the text would be cut elsewhere.
		segmenter ? unknown : stemsAt(unknown, (await textIndex(unknown, language)).words()),
	);
	const stemOf = (word: string) => words.get(word)?.stem ?? word;
	const { version, engine } = fresh.at(-1)?.papers ?? before;
	const places = mergedWords([
		{ words: knownIndexWords(before), numbers },
		...fresh.map(({ papers, numbers }) => ({ words: papers.words(stemOf), numbers })),
	]);
	return { version, engine, fields, pages, words, places };
}
