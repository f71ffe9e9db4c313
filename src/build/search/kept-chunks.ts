import type { EncodedWord } from "../../search/pagefind-files.ts";
import { compareCodePoints } from "../../search/text.ts";
import { wordsOfChunks } from "./files.ts";
import { type KnownChunk, type KnownIndex, packedByName } from "./known.ts";
import { mergedWords, type WordsOfPapers } from "./merge.ts";

/** A chunk of the index before, of whose words none has changed. */
export interface KeptChunk extends KnownChunk {
	/** The first word of the chunk after it; nothing where there is none. */
	to: string | undefined;
	/** So many bytes of words, from its first on, are as they were. */
	clear: number;
	words(): Iterable<EncodedWord>;
}

/** A part of an index. */
export type Indexed = EncodedWord | KeptChunk;

/** What has changed in an index whose other papers have the numbers that they had. */
export interface IndexChange {
	known: KnownIndex;
	/** Number of each paper before to its number now: the same, or -1. */
	numbers: Int32Array;
	/** Words of papers that have come, in order. */
	fresh: readonly (WordsOfPapers & { words: readonly EncodedWord[] })[];
	/** Every word that may stand elsewhere now, in order. */
	touched: readonly string[];
}

/**
 * The words of papers that have gone and of papers that have come, in order. Where both are numbered
 * `alike`, those alone that do not stand at the same places in both.
 */
export function touchedWords(
	gone: readonly EncodedWord[],
	come: readonly EncodedWord[],
	alike: boolean,
): string[] {
	const before = new Map(gone.map(({ word, bytes }) => [word, bytes]));
	const touched = new Set(before.keys());
	for (const { word, bytes } of come) {
		const last = before.get(word);
		if (alike && last && Buffer.compare(last, bytes) === 0) touched.delete(word);
		else touched.add(word);
	}
	return [...touched].sort(compareCodePoints);
}

/** The words of the changed index in order: those of chunks in which one has changed, and the other chunks as a whole. */
export function* keptChunks({ known, numbers, fresh, touched }: IndexChange): Generator<Indexed> {
	const bytesOf = packedByName(known);
	const { chunks } = known;
	const touches = between(touched, (word) => word);
	const words = fresh.map((one) => between(one.words, ({ word }) => word));
	const ends = chunks.map((_, at) => chunks[at + 1]?.from);
	const changed = ends.map((to) => touches(to).length > 0);
	const clear = clearFrom(chunks, changed);
	for (const [at, chunk] of chunks.entries()) {
		const to = ends[at];
		const own = () => wordsOfChunks([bytesOf(chunk.name)]);
		const come = words.map((until, index) => ({
			words: until(to),
			numbers: (fresh[index] as WordsOfPapers).numbers,
		}));
		if (changed[at]) yield* mergedWords([{ words: own(), numbers }, ...come]);
		else yield { ...chunk, to, clear: clear[at] ?? 0, words: own };
	}
}

/** Gives, of items in the order of their words, those from the last word that was asked for on to the next one; without one all that are left. */
export function between<Item>(
	items: readonly Item[],
	wordOf: (item: Item) => string,
): (to: string | undefined) => readonly Item[] {
	let next = 0;
	return (to) => {
		const from = next;
		if (to === undefined) next = items.length;
		else {
			while (next < items.length && compareCodePoints(wordOf(items[next] as Item), to) < 0) next++;
		}
		return items.slice(from, next);
	};
}

/** The bytes from the beginning of each chunk to the next change, without end where there is none. */
function clearFrom(chunks: readonly KnownChunk[], changed: readonly boolean[]): number[] {
	const clear: number[] = [];
	let next = Number.POSITIVE_INFINITY;
	for (let at = chunks.length - 1; at >= 0; at--) {
		next = changed[at] ? 0 : (chunks[at]?.size ?? 0) + next;
		clear[at] = next;
	}
	return clear;
}
