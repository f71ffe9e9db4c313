import { encodeItems } from "../search/cbor.ts";
import type { Contents } from "../search/contents.ts";
import { byPaper } from "../search/index-files.ts";
import { hitsFrom } from "../search/match.ts";
import { encodeOutlines, type Outline } from "../search/outlines.ts";
import { decodeChunk, type EncodedWord, type Meta, withMark } from "../search/pagefind-files.ts";
import { compareCodePoints } from "../search/text.ts";
import { encodeTexts, encodeWords, rotate, type Word } from "../search/vocabulary.ts";
import { add, type SearchFiles } from "./search-files.ts";

/** Words in one list; of the lists for wrong first letters few are ever sent. */
const LIST_SIZE = 400;
const ROTATED_LIST_SIZE = 800;

/** Bytes of a chunk of the index before it is packed: about a third is sent. Pagefind's own are seven times as large. */
const CHUNK_SIZE = 9_000;

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

/** Files that are filled word by word, in the order of words. */
interface WordFiles<Row> {
	add(word: EncodedWord): void;
	/** Closes the last file, and gives a row of the table of contents for each. */
	end(): Row[];
}

/** The words of the index in chunks of about {@link CHUNK_SIZE}. */
export function chunkFiles(bundle: SearchFiles): WordFiles<Meta["chunks"][number]> {
	const chunks: Meta["chunks"] = [];
	let words: EncodedWord[] = [];
	let size = 0;
	const close = () => {
		const [first] = words;
		if (!first) return;
		const content = encodeItems([encodeItems(words.map(({ bytes }) => bytes))]);
		const name = add(bundle, "index", "pf_index", withMark(content));
		chunks.push({ from: first.word, to: words.at(-1)?.word ?? "", name });
		words = [];
		size = 0;
	};
	return {
		add(word) {
			// A word that fills a chunk has it for itself: its neighbours would be sent with it for nothing.
			if (size + word.bytes.length > CHUNK_SIZE) close();
			words.push(word);
			size += word.bytes.length;
		},
		end() {
			close();
			return chunks;
		},
	};
}

/** The outlines of the words that stand in many papers: two to the power of `common`. */
export function outlineFiles(
	bundle: SearchFiles,
	fields: readonly string[],
	common: number,
): WordFiles<Contents["outlines"][number]> {
	const files: Contents["outlines"] = [];
	let outlines: Outline[] = [];
	let size = 0;
	const close = () => {
		const [first] = outlines;
		if (!first) return;
		const content = withMark(encodeOutlines(outlines));
		files.push([first.word, add(bundle, "outlines", "pf_outline", content)]);
		outlines = [];
		size = 0;
	};
	return {
		add({ pages, bytes }) {
			if (pages < 2 ** common) return;
			const [decoded] = decodeChunk(encodeItems([encodeItems([bytes])]));
			const hits = hitsFrom(byPaper(decoded?.places ?? []), fields);
			if (size + hits.size > OUTLINES_SIZE) close();
			outlines.push({ word: decoded?.word ?? "", hits });
			size += hits.size;
		},
		end() {
			close();
			return files;
		},
	};
}

function lists<Item>(items: readonly Item[], size: number): Item[][] {
	const count = Math.ceil(items.length / size);
	return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
