import { encodeItems } from "../../search/cbor.ts";
import type { Contents, Row } from "../../search/contents.ts";
import { encodeOutlines, outlineOf, type SignedOutline } from "../../search/outlines.ts";
import { type EncodedWord, type Meta, withMark } from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";
import { encodeTexts, encodeWords, rotate, type Word } from "../../search/vocabulary.ts";
import type { Bundle } from "./files.ts";
import { type Groups, groups } from "./groups.ts";

/** Words in one list; of the lists for wrong first letters few are ever sent. */
const LIST_SIZE = { least: 250, most: 500, sizeOf: () => 1 };
const ROTATED_LIST_SIZE = { least: 500, most: 1000, sizeOf: () => 1 };

/** Bytes of a chunk of the index before it is packed: about a third is sent. Pagefind's own are seven times as large. */
const CHUNK_SIZE = { least: 5_000, most: 11_000 };

/** Bytes of a file of outlines before it is packed; the outline of a frequent word fills one. */
const OUTLINES_SIZE = { least: 900, most: 1_900 };

/** Adds the lists of words, by their first letters and by the letters after the first. */
export function addWords(
	bundle: Bundle,
	vocabulary: readonly Word[],
): Pick<Contents, "words" | "rotated"> {
	const words: Row[] = [];
	const list = groups<Word>(LIST_SIZE, (some) => {
		const name = bundle.add("words", "pf_words", Buffer.from(encodeWords(some)));
		words.push([some[0]?.word ?? "", name]);
	});
	for (const word of vocabulary) list.add(word);
	list.end();
	const rotated: Row[] = [];
	const rotatedList = groups<{ word: string }>(ROTATED_LIST_SIZE, (some) => {
		const texts = some.map(({ word }) => word);
		rotated.push([
			texts[0] ?? "",
			bundle.add("words", "pf_words", Buffer.from(encodeTexts(texts))),
		]);
	});
	const texts = vocabulary.map(({ word }) => rotate(word)).sort(compareCodePoints);
	for (const word of texts) rotatedList.add({ word });
	rotatedList.end();
	return { words, rotated };
}

/** Files that are filled word by word, in the order of words; `row` takes what their list has of each. */
export function chunkFiles(
	bundle: Bundle,
	row: (chunk: Meta["chunks"][number]) => void,
): Groups<EncodedWord> {
	const sizeOf = ({ bytes }: EncodedWord) => bytes.length;
	// A word that fills a chunk has it for itself: its neighbours would be sent with it for nothing.
	return groups({ ...CHUNK_SIZE, sizeOf }, (words) => {
		const content = encodeItems([encodeItems(words.map(({ bytes }) => bytes))]);
		const name = bundle.add("index", "pf_index", withMark(content));
		row({ from: words[0]?.word ?? "", to: words.at(-1)?.word ?? "", name });
	});
}

/** The outlines of the words that stand in many papers: two to the power of `common`. */
export function outlineFiles(
	bundle: Bundle,
	fields: readonly string[],
	common: number,
	row: (file: Row) => void,
): Groups<EncodedWord> {
	const sizeOf = ({ signs }: SignedOutline) => signs.size;
	const files = groups<SignedOutline>({ ...OUTLINES_SIZE, sizeOf }, (outlines) => {
		const content = withMark(encodeOutlines(outlines));
		row([outlines[0]?.word ?? "", bundle.add("outlines", "pf_outline", content)]);
	});
	return {
		add(word) {
			if (word.pages >= 2 ** common) files.add(outlineOf(word, fields));
		},
		end: () => files.end(),
	};
}
