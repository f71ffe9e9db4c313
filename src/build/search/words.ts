import { type Cbor, encodeCbor } from "../../search/cbor.ts";
import type { PaperRecord } from "../../search/contents.ts";
import { decodeWord, type EncodedWord, type Place, placesOf } from "../../search/pagefind-files.ts";
import { BETWEEN_WORDS, compareCodePoints } from "../../search/text.ts";
import type { Parts } from "./parts.ts";

/** A word of a chunk as Pagefind writes it: places by page, and those of its forms with accents. */
type IndexWord = [word: string, places: RawPlace[], forms: Cbor[]];

/** How far on the page is, positions in the text, positions in the fields. */
type RawPlace = [page: number, locations: number[], fields: number[]];

/** Pagefind's weight of a plain word in the text. */
const WEIGHT = 24;

/** A place where a word stands and Pagefind does not say so. */
export interface Added {
	page: number;
	/** Number of the field; -1 for the text. */
	field: number;
	/** In words from the beginning of the text or the field. */
	at: number;
}

/**
 * Every place in a record of the words that Pagefind may leave out, by word: parts of `ImageNet-1K`,
 * which it cuts at the capital, of `tokens—how` and `“token-level”`, which it does not cut at signs
 * beyond ASCII, words with `_`, and words within a title of a language without spaces.
 */
export function* placesWithin(
	{ content, meta }: PaperRecord,
	page: number,
	fields: readonly string[],
	parts: Parts,
): Generator<[word: string, place: Added]> {
	const texts = fields.map((field) => (meta as Record<string, string>)[field] ?? "");
	for (const [index, text] of [content, ...texts].entries()) {
		for (const [at, part] of text.split(index === 0 ? BETWEEN_WORDS : /\s+/).entries()) {
			const { isPlain, words } = parts.of(part);
			if (isPlain) continue;
			for (const word of new Set(words)) {
				yield [word, { page, field: index - 1, at }];
			}
		}
	}
}

/** Pagefind's words, in the order of code points, each with the places that Pagefind leaves out, by stem. */
export function* withEveryWord(
	words: Iterable<EncodedWord>,
	added: ReadonlyMap<string, readonly Added[]>,
): Generator<EncodedWord> {
	const stems = [...added.keys()].sort(compareCodePoints);
	let next = 0;
	let last = "";
	for (const known of words) {
		if (last && compareCodePoints(last, known.word) >= 0) {
			throw new Error(`Pagefind’s words are out of order: “${known.word}” after “${last}”`);
		}
		last = known.word;
		for (; next < stems.length; next++) {
			const stem = stems[next] ?? "";
			if (compareCodePoints(stem, known.word) >= 0) break;
			yield withPlaces([stem, [], []], added.get(stem) ?? []);
		}
		const places = added.get(known.word);
		if (stems[next] === known.word) next++;
		yield places ? withAdded(known, places) : known;
	}
	for (const stem of stems.slice(next)) yield withPlaces([stem, [], []], added.get(stem) ?? []);
}

/** A word of the index with those of the places that it has not yet. */
function withAdded(known: EncodedWord, added: readonly Added[]): EncodedWord {
	const byPage = Map.groupBy(placesOf(known.bytes), ({ page }) => page);
	const missing = added.filter(
		({ page, field, at }) => !byPage.get(page)?.some((place) => stands(place, field, at)),
	);
	return missing.length === 0 ? known : withPlaces(decodeWord(known.bytes) as IndexWord, missing);
}

function withPlaces([word, places, forms]: IndexWord, added: readonly Added[]): EncodedWord {
	const all = absolute(places);
	const byPage = new Map(all.map((place) => [place[0], place]));
	const seen = new Set<string>();
	for (const { page, field, at } of added) {
		const key = `${page} ${field} ${at}`;
		if (seen.has(key)) continue;
		seen.add(key);
		let place = byPage.get(page);
		if (!place) {
			byPage.set(page, (place = [page, [], []]));
			all.push(place);
		}
		// After a negative number, the weight or the field, a position is whole.
		if (field < 0) place[1].push(-1 - WEIGHT, at);
		else place[2].push(-1 - field, at);
	}
	const pages = all.length + forms.length;
	return { word, pages, bytes: encodeCbor([word, relative(all), forms]) };
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
