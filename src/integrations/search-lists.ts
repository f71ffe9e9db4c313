import { type Cbor, encodeCbor } from "../search/cbor.ts";
import type { Contents } from "../search/contents.ts";
import { byPaper } from "../search/index-files.ts";
import { hitsFrom } from "../search/match.ts";
import { encodeOutlines, type Outline } from "../search/outlines.ts";
import { decodeChunk, withMark } from "../search/pagefind-files.ts";
import { compareCodePoints } from "../search/text.ts";
import { encodeTexts, encodeWords, rotate, type Word } from "../search/vocabulary.ts";
import { add, type SearchFiles } from "./search-files.ts";

/** Words in one list; of the lists for wrong first letters few are ever sent. */
const LIST_SIZE = 400;
const ROTATED_LIST_SIZE = 800;

/** Bytes of a file of outlines before it is packed; the outline of a frequent word fills one. */
const OUTLINES_SIZE = 1_500;

/** Adds the lists of words, by their first letters and by the letters after the first. */
export function addWords(
	bundle: SearchFiles,
	vocabulary: readonly Word[],
): Pick<Contents, "words" | "rotated"> {
	const rotated = vocabulary.map(({ word }) => rotate(word)).sort(compareCodePoints);
	return {
		words: lists(vocabulary, LIST_SIZE).map((words) => [
			words[0]?.word ?? "",
			add(bundle, "words", "pf_words", Buffer.from(encodeWords(words))),
		]),
		rotated: lists(rotated, ROTATED_LIST_SIZE).map((words) => [
			words[0] ?? "",
			add(bundle, "words", "pf_words", Buffer.from(encodeTexts(words))),
		]),
	};
}

/** Adds the outlines of the words that stand in many papers: two to the power of `common`. */
export function addOutlines(
	bundle: SearchFiles,
	words: readonly Cbor[][],
	fields: readonly string[],
	common: number,
): Contents["outlines"] {
	const files: Outline[][] = [];
	let size = OUTLINES_SIZE;
	for (const word of words) {
		const [places = [], forms = []] = word.slice(1) as Cbor[][];
		if (places.length + forms.length < 2 ** common) continue;
		const [decoded] = decodeChunk(encodeCbor([[word]]));
		const hits = hitsFrom(byPaper(decoded?.places ?? []), fields);
		if (size + hits.size > OUTLINES_SIZE) {
			files.push([]);
			size = 0;
		}
		files.at(-1)?.push({ word: decoded?.word ?? "", hits });
		size += hits.size;
	}
	return files.map((outlines) => [
		outlines[0]?.word ?? "",
		add(bundle, "outlines", "pf_outline", withMark(encodeOutlines(outlines))),
	]);
}

function lists<Item>(items: readonly Item[], size: number): Item[][] {
	const count = Math.ceil(items.length / size);
	return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
