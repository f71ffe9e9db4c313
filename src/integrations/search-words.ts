import type { Cbor } from "../search/cbor.ts";
import type { PaperRecord } from "../search/contents.ts";
import { decodeChunk, type Place } from "../search/pagefind-files.ts";
import { BETWEEN_WORDS, isUnspaced, partsOf, wordsOf } from "../search/text.ts";

/** A word of a chunk as Pagefind writes it: places by page, and those of its forms with accents. */
type IndexWord = [word: string, places: RawPlace[], forms: Cbor[]];

/** How far on the page is, positions in the text, positions in the fields. */
type RawPlace = [page: number, locations: number[], fields: number[]];

/** Pagefind's weight of a plain word in the text. */
const WEIGHT = 24;

/** Every word under which a part of a text between two spaces is found: `语言模型` under `语言` as well. */
export function wordsWithin(text: string, segmenter: Intl.Segmenter | undefined): string[] {
	if (!segmenter || !isUnspaced(text)) return wordsOf(text);
	const segments = [...segmenter.segment(text)].flatMap(({ segment }) => wordsOf(segment));
	return [...new Set([...wordsOf(text), ...segments])];
}

/** Cuts words of a language written without spaces; `undefined` where Pagefind does not cut them either. */
export function segmenterOf(language: string): Intl.Segmenter | undefined {
	const code = new Intl.Locale(language).language;
	if (!["zh", "ja", "th"].includes(code)) return undefined;
	return new Intl.Segmenter(language, { granularity: "word" });
}

/**
 * The words of some chunks with the places that Pagefind leaves out: parts of `ImageNet-1K`,
 * which it cuts at the capital, of `tokens—how` and `“token-level”`, which it does not cut at signs
 * beyond ASCII, words with `_`, and words within a title of a language without spaces.
 */
export function withEveryWord(
	chunks: readonly { bytes: Uint8Array; words: Cbor }[],
	records: readonly PaperRecord[],
	fields: readonly string[],
	stemOf: (word: string) => string,
	segmenter: Intl.Segmenter | undefined,
): IndexWord[] {
	const words = new Map<string, IndexWord>();
	const known = new Map<string, Map<number, Place[]>>();
	for (const { bytes, words: raw } of chunks) {
		for (const word of raw as IndexWord[])
			words.set(word[0], [word[0], absolute(word[1]), word[2]]);
		for (const { word, places } of decodeChunk(bytes)) {
			known.set(
				word,
				Map.groupBy(places, ({ page }) => page),
			);
		}
	}
	const add = (page: number, field: number, at: number, word: string) => {
		const stem = stemOf(word);
		const papers = known.get(stem) ?? new Map<number, Place[]>();
		const places = papers.get(page) ?? [];
		if (places.some((place) => stands(place, field, at))) return;
		places.push({ page, locations: field < 0 ? [at] : [], fields: field < 0 ? [] : [field, at] });
		known.set(stem, papers.set(page, places));
		const entry: IndexWord = words.get(stem) ?? [stem, [], []];
		words.set(stem, entry);
		const place = entry[1].find(([one]) => one === page) ?? push(entry[1], [page, [], []]);
		// After a negative number, the weight or the field, a position is whole.
		if (field < 0) place[1].push(-1 - WEIGHT, at);
		else place[2].push(-1 - field, at);
	};
	records.forEach(({ content, meta }, page) => {
		const texts = fields.map((field) => (meta as Record<string, string>)[field] ?? "");
		[content, ...texts].forEach((text, index) => {
			text.split(index === 0 ? BETWEEN_WORDS : /\s+/).forEach((part, at) => {
				if (isPlain(part, segmenter)) return;
				for (const word of new Set(wordsWithin(part, segmenter))) add(page, index - 1, at, word);
			});
		});
	});
	return [...words.values()].map(([word, places, forms]) => [word, relative(places), forms]);
}

/** True for a word that Pagefind indexes as it is. */
function isPlain(text: string, segmenter: Intl.Segmenter | undefined): boolean {
	return partsOf(text).length === 0 && !/\p{Pc}/u.test(text) && !(segmenter && isUnspaced(text));
}

function stands({ locations, fields }: Place, field: number, at: number): boolean {
	if (field < 0) return locations.includes(at);
	return fields.some(
		(value, index) => index % 2 === 0 && value === field && fields[index + 1] === at,
	);
}

/** Places whose pages are counted from the first. */
function absolute(places: readonly RawPlace[]): RawPlace[] {
	let page = 0;
	return places.map(([step, locations, fields]) => [(page += step), [...locations], [...fields]]);
}

/** Places whose pages are counted from the one before. */
function relative(places: readonly RawPlace[]): RawPlace[] {
	let before = 0;
	return [...places]
		.sort((a, b) => a[0] - b[0])
		.map(([page, locations, fields]) => {
			const step = page - before;
			before = page;
			return [step, locations, fields];
		});
}

function push<Item>(items: Item[], item: Item): Item {
	items.push(item);
	return item;
}
