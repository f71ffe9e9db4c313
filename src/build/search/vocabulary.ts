import * as stopword from "stopword";
import type { PaperRecord } from "../../search/contents.ts";
import { type EncodedWord, placesOf } from "../../search/pagefind-files.ts";
import { BETWEEN_WORDS, compareCodePoints, wordsOf } from "../../search/text.ts";
import type { Word } from "../../search/vocabulary.ts";
import type { Parts } from "./parts.ts";

/** What is known of a word that papers hold. */
interface KnownWord {
	/** What the index keeps it under. */
	stem: string;
	/** In how many papers it stands. */
	papers: number;
}

/** Every word that papers hold. */
export type KnownWords = ReadonlyMap<string, KnownWord>;

/** The words of a record that a vocabulary holds. */
export function wordsIn({ content, meta }: PaperRecord, parts: Parts): Set<string> {
	const texts = [content, ...Object.values(meta)].join(" ").split(BETWEEN_WORDS);
	return new Set(texts.flatMap((part) => parts.of(part).stored));
}

/**
 * The words that are known once papers have come and gone; `more` says of each of their words in
 * how many papers more it stands. `stemsOf` is asked for the stems of those that were not known.
 */
export async function knownAfter(
	before: KnownWords,
	more: ReadonlyMap<string, number>,
	stemsOf: (words: readonly string[]) => Promise<readonly string[]>,
): Promise<KnownWords> {
	const unknown = [...more.keys()].filter((word) => !before.has(word)).sort(compareCodePoints);
	const stems = unknown.length > 0 ? await stemsOf(unknown) : [];
	const after = new Map(before);
	unknown.forEach((word, index) => {
		after.set(word, { stem: stems[index] ?? word, papers: 0 });
	});
	for (const [word, count] of more) {
		const { stem, papers } = after.get(word) ?? { stem: word, papers: 0 };
		if (papers + count > 0) after.set(word, { stem, papers: papers + count });
		else after.delete(word);
	}
	return after;
}

/** Every word with its stem, in the order of code points. */
export function vocabularyOf(known: KnownWords, language: string, common: number): Word[] {
	const stopWords = stopWordsOf(language);
	const most = new Map<string, number>();
	for (const { stem, papers } of known.values()) {
		most.set(stem, Math.max(most.get(stem) ?? 0, papers));
	}
	return [...known]
		.sort(([a], [b]) => compareCodePoints(a, b))
		.map(([word, { stem, papers }]) => {
			const own = Math.floor(Math.log2(papers));
			// A rare form of a common word is looked for as the common word.
			const shared = Math.floor(Math.log2(most.get(stem) ?? 1));
			const frequency = shared >= common ? Math.max(own, common) : own;
			return { word, stem, frequency, stop: stopWords.has(word) };
		});
}

/**
 * The stems of words, out of an index whose text they are: Pagefind's own. The place of a stem in
 * that index tells the word.
 */
export function stemsAt(words: readonly string[], index: Iterable<EncodedWord>): string[] {
	const stems = [...words];
	for (const { word, bytes } of index) {
		for (const { locations } of placesOf(bytes)) for (const at of locations) stems[at] = word;
	}
	return stems;
}

/** Words of a language that say nothing by themselves, without accents; none where the list of the language is unknown. */
function stopWordsOf(language: string): Set<string> {
	const code = new Intl.Locale(language).language;
	const list = Object.entries(stopword).find(([name]) => CODES[name] === code)?.[1];
	return new Set(Array.isArray(list) ? list.flatMap((word: string) => wordsOf(word)) : []);
}

/** The package names its lists by ISO 639-3. */
const CODES: Readonly<Record<string, string>> = {
	dan: "da",
	deu: "de",
	eng: "en",
	fin: "fi",
	fra: "fr",
	ita: "it",
	nld: "nl",
	nob: "no",
	pol: "pl",
	por: "pt",
	ron: "ro",
	rus: "ru",
	spa: "es",
	swe: "sv",
	tur: "tr",
};
