import { gunzipSync } from "node:zlib";
import * as stopword from "stopword";
import type { PaperRecord } from "../search/contents.ts";
import { decodeChunk, withoutMark } from "../search/pagefind-files.ts";
import { BETWEEN_WORDS, compareCodePoints, wordsOf } from "../search/text.ts";
import { isStorable, type Word } from "../search/vocabulary.ts";
import type { SearchRecord } from "./search-record.ts";
import { segmenterOf, wordsWithin } from "./search-words.ts";

type IndexFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Every word that the records hold, with its stem, in the order of code points. The
 * stems are Pagefind's own: it indexes the words as a text, and the place of a stem
 * in that index tells the word.
 */
export async function vocabularyOf(
	records: readonly PaperRecord[],
	language: string,
	common: number,
	index: (record: SearchRecord) => Promise<IndexFiles>,
): Promise<Word[]> {
	const papers = new Map<string, number>();
	const stopWords = stopWordsOf(language);
	const segmenter = segmenterOf(language);
	for (const { content, meta } of records) {
		const parts = [content, ...Object.values(meta)].join(" ").split(BETWEEN_WORDS);
		for (const word of new Set(parts.flatMap((part) => wordsWithin(part, segmenter))))
			papers.set(word, (papers.get(word) ?? 0) + 1);
	}
	const words = [...papers.keys()].filter(isStorable).sort(compareCodePoints);
	if (words.length === 0) return [];
	const content = words.join(" ");
	// Languages without spaces have no endings to cut, and the text would be cut elsewhere.
	const stems = segmenter
		? new Map<number, string>()
		: stemsOf(await index({ url: "/", content, language, meta: {}, filters: {}, sort: {} }));
	const stemOf = (word: string, position: number) => stems.get(position) ?? word;
	const most = new Map<string, number>();
	words.forEach((word, position) => {
		const stem = stemOf(word, position);
		most.set(stem, Math.max(most.get(stem) ?? 0, papers.get(word) ?? 1));
	});
	return words.map((word, position) => {
		const stem = stemOf(word, position);
		const own = Math.floor(Math.log2(papers.get(word) ?? 1));
		// A rare form of a common word is looked for as the common word.
		const shared = Math.floor(Math.log2(most.get(stem) ?? 1));
		const frequency = shared >= common ? Math.max(own, common) : own;
		return { word, stem, frequency, stop: stopWords.has(word) };
	});
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

function stemsOf(files: IndexFiles): Map<number, string> {
	const stems = new Map<number, string>();
	for (const [name, content] of files) {
		if (!name.startsWith("index/")) continue;
		for (const { word, places } of decodeChunk(withoutMark(gunzipSync(content)))) {
			for (const { locations } of places) for (const at of locations) stems.set(at, word);
		}
	}
	return stems;
}
