import type { PaperRecord } from "../../search/contents.ts";
import type { EncodedOutline } from "../../search/outlines.ts";
import type { EncodedWord } from "../../search/pagefind-files.ts";
import { type FreshPapers, freshPapers, textIndex } from "./fresh.ts";
import { type Indexed, keptChunks, touchedWords } from "./kept-chunks.ts";
import {
	changesTo,
	type KnownIndex,
	type KnownPage,
	knownIndexWords,
	knownOutlines,
	NOTHING_KNOWN,
} from "./known.ts";
import { mergedWords } from "./merge.ts";
import { recordIn } from "./pagefind.ts";
import { Parts } from "./parts.ts";
import { fieldsOf, type SearchRecord } from "./record.ts";
import { knownAfter, stemsAt, wordsIn } from "./vocabulary.ts";

/** An index of all papers, before its files are made. */
export interface UpdatedIndex extends Omit<KnownIndex, "chunks" | "outlines" | "packed"> {
	/** Its words, in order, each at every place where it stands; to be gone through once. */
	places: Iterable<Indexed>;
	/** The outlines of the index before, in the order of their words. */
	outlines: Iterable<EncodedOutline>;
}

/** How an index is updated. */
interface Updating {
	/** A check sum of all that the paper of each record says, where it is known. */
	sums?: readonly string[] | undefined;
	/** Papers that Pagefind is given at one time. */
	atOnce: number;
	/** Whether somebody needs all of its words. */
	wordByWord: boolean;
}

/** Where more papers than this change, nearly every chunk of the index does. */
const FEW = 50;

/**
 * The index of records: Pagefind is given those alone that the index before does not have, `atOnce`
 * of them at a time. Chunks of words that nothing has changed are kept as they are, unless somebody
 * needs it `wordByWord`.
 */
export async function updatedIndex(
	records: readonly SearchRecord[],
	language: string,
	known: KnownIndex,
	{ sums: given, atOnce, wordByWord }: Updating,
): Promise<UpdatedIndex> {
	const fields = fieldsOf(records);
	const parts = new Parts(language);
	// Every place is written with the number of its field.
	const before = fields.join() === known.fields.join() ? known : NOTHING_KNOWN;
	const { sums, numbers, come } = changesTo(records, before, given);

	const more = new Map<string, number>();
	const count = (record: PaperRecord, step: number) => {
		for (const word of wordsIn(record, parts)) more.set(word, (more.get(word) ?? 0) + step);
	};
	const pages: KnownPage[] = [];
	const left: number[] = [];
	before.pages.forEach((page, number) => {
		const now = numbers[number] ?? -1;
		if (now >= 0) pages[now] = page;
		else left.push(number);
	});
	const gone = left.map((number) => recordIn((before.pages[number] as KnownPage).fragment));
	for (const record of gone) count(record, -1);
	const fresh: { papers: FreshPapers; numbers: Int32Array }[] = [];
	for (let at = 0; at < come.length || (at === 0 && before.engine.size === 0); at += atOnce) {
		const some = come.slice(at, at + atOnce);
		const those = some.map((number) => records[number] as SearchRecord);
		const papers = await freshPapers(those, fields, parts, (record) => count(record, 1));
		papers.pages.forEach((page, index) => {
			const number = some[index] ?? 0;
			pages[number] = { ...page, sum: sums[number] ?? "" };
		});
		fresh.push({ papers, numbers: Int32Array.of(...some, -1) });
	}
	const words = await knownAfter(before.words, more, async (unknown) =>
		// Languages without spaces have no endings to cut, and the text would be cut elsewhere.
		parts.areCut ? unknown : stemsAt(unknown, (await textIndex(unknown, language)).words()),
	);
	const stemOf = (word: string) => words.get(word)?.stem ?? word;
	const { version, engine } = fresh.at(-1)?.papers ?? before;
	const freshWords = fresh.map(({ papers, numbers }) => ({ words: papers.words(stemOf), numbers }));
	const index = { version, engine, fields, pages, words };
	const isSmall = before.chunks.length > 0 && come.length + gone.length <= FEW;
	const stayInPlace = numbers.every((now, number) => now === number || now < 0);
	if (wordByWord || !isSmall || !stayInPlace) {
		const all = { words: knownIndexWords(before), numbers };
		return { ...index, places: mergedWords([all, ...freshWords]), outlines: [] };
	}
	const stemBefore = (word: string) => before.words.get(word)?.stem ?? word;
	const goneWords = await wordsOf(gone, fields, parts, stemBefore);
	const freshNow = freshWords.map(({ words, numbers }) => ({ words: [...words], numbers }));
	const comeWords = freshNow.flatMap(({ words }) => words);
	// Papers that have gone and come in one place are numbered alike in both.
	const alike = left.join() === come.join() && fresh.length === 1;
	const places = keptChunks({
		known: before,
		numbers,
		fresh: freshNow,
		touched: touchedWords(goneWords, comeWords, alike),
	});
	return { ...index, places, outlines: knownOutlines(before) };
}

/** The words under which the papers of an index before were found. */
async function wordsOf(
	records: readonly PaperRecord[],
	fields: readonly string[],
	parts: Parts,
	stemOf: (word: string) => string,
): Promise<EncodedWord[]> {
	if (records.length === 0) return [];
	const asGiven = records.map(
		(record) => ({ ...record, language: parts.language, sort: {} }) as SearchRecord,
	);
	const papers = await freshPapers(asGiven, fields, parts, () => {});
	return [...papers.words(stemOf)];
}
