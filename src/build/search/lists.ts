import { encodeItems } from "../../search/cbor.ts";
import type { Contents, Row } from "../../search/contents.ts";
import { type EncodedOutline, outlineOf } from "../../search/outlines.ts";
import { type EncodedWord, withMark } from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";
import { encodeTexts, encodeWords, rotate, type Word } from "../../search/vocabulary.ts";
import type { Bundle } from "./files.ts";
import { type Groups, groups } from "./groups.ts";
import { between, type Indexed, type KeptChunk } from "./kept-chunks.ts";
import type { KnownChunk } from "./known.ts";

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

/**
 * Chunks that are filled word by word, in the order of words; `row` takes what their list has of
 * each. A chunk of the index before is as it was where a chunk begins with its first word, and
 * no word has changed that decides where it ends.
 */
export function chunkFiles(bundle: Bundle, row: (chunk: KnownChunk) => void): Groups<Indexed> {
	const sizeOf = ({ bytes }: EncodedWord) => bytes.length;
	// A word that fills a chunk has it for itself: its neighbours would be sent with it for nothing.
	const files = groups<EncodedWord>({ ...CHUNK_SIZE, sizeOf }, (words) => {
		const content = encodeItems([encodeItems(words.map(({ bytes }) => bytes))]);
		const name = bundle.add("index", "pf_index", withMark(content));
		const size = words.reduce((sum, { bytes }) => sum + bytes.length, 0);
		row({ from: words[0]?.word ?? "", last: words.at(-1)?.word ?? "", name, size });
	});
	/** Chunks that were opened since the last change. */
	let opened: KeptChunk[] = [];
	const addChunk = (chunk: KeptChunk) => {
		opened.push(chunk);
		const first = files.first()?.word ?? chunk.from;
		const begins = opened.findIndex(({ from }) => from === first);
		const mayStay =
			begins >= 0 && opened.slice(begins).every(({ clear }) => clear > CHUNK_SIZE.most);
		if (!mayStay) {
			for (const word of chunk.words()) files.add(word);
			return;
		}
		files.leave();
		for (const { from, last, name, size } of opened.splice(begins)) {
			bundle.keep("index", "pf_index", name);
			row({ from, last, name, size });
		}
	};
	return {
		add(item) {
			if ("words" in item) addChunk(item);
			else {
				opened = [];
				files.add(item);
			}
		},
		end: () => files.end(),
	};
}

/**
 * The outlines of the words that stand in many papers: two to the power of `common`; those of
 * words of chunks that are kept are among `before`, in order.
 */
export function outlineFiles(
	bundle: Bundle,
	{
		fields,
		common,
		before,
	}: { fields: readonly string[]; common: number; before: Iterable<EncodedOutline> },
	row: (file: Row) => void,
): Groups<Indexed> {
	const sizeOf = ({ papers }: EncodedOutline) => papers;
	const files = groups<EncodedOutline>({ ...OUTLINES_SIZE, sizeOf }, (outlines) => {
		const content = withMark(Buffer.concat(outlines.map(({ bytes }) => bytes)));
		row([outlines[0]?.word ?? "", bundle.add("outlines", "pf_outline", content)]);
	});
	const until = between([...before], ({ word }) => word);
	return {
		add(item) {
			if ("words" in item) {
				until(item.from);
				for (const outline of until(item.to)) files.add(outline);
			} else if (item.pages >= 2 ** common) files.add(outlineOf(item, fields));
		},
		end: () => files.end(),
	};
}
