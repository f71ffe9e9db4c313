import { readBytes, writeBytes } from "../cache/bytes.ts";
import { contextOf } from "../cache/kept.ts";
import type { LexiconTable } from "../collection/lexicon.ts";
import type { KnownNearest } from "../collection/related-again.ts";
import { numberedWords, useNumberedWords, type Worded } from "../collection/terms.ts";

/** What stands in front of the numbers of the words of all papers, one paper after another, 32 bits each. */
interface Table {
	lexicon: LexiconTable;
	/** Check sum of all that each paper says. */
	sums: readonly string[];
	/** How many words each has. */
	lengths: number[];
	nearest: KnownNearest;
}

/** Code that decides which words a text has, and which papers are alike. */
const CODE = [
	...["lexicon", "nearest", "related", "related-again", "terms", "vectors"].map(
		(name) => `src/collection/${name}.ts`,
	),
	"src/build/kept-words.ts",
];

/** The words of papers as the last build found them, in a file of the cache. */
export interface KeptWords {
	/**
	 * From now on the words of these papers are known, of those that were there; gives what was like
	 * what. `sums` are check sums of all that each says.
	 */
	recall(papers: readonly Worded[], sums: readonly string[]): KnownNearest | undefined;
	/** Keeps the words of the papers that were recalled, and what is like what, for the next build. */
	keep(nearest: KnownNearest): void;
}

/** Reads what is kept: see {@link readBytes}. */
export function keptWords(file: string): KeptWords {
	const context = contextOf(CODE, []);
	const kept = readBytes<Table>(file, context);
	let papers: readonly Worded[] = [];
	let sums: readonly string[] = [];
	let isAsKept = false;
	return {
		recall(some, theirs) {
			[papers, sums] = [some, theirs];
			if (!kept) return undefined;
			const { lexicon, sums: before, lengths } = kept.table;
			const all = new Uint32Array(kept.bytes.length / Uint32Array.BYTES_PER_ELEMENT);
			new Uint8Array(all.buffer).set(kept.bytes);
			const numbers = new Map<string, Uint32Array>();
			let at = 0;
			for (const [index, sum] of before.entries()) {
				numbers.set(sum, all.subarray(at, (at += lengths[index] ?? 0)));
			}
			const known = papers.flatMap((paper, index) => {
				const words = numbers.get(sums[index] ?? "");
				return words ? [[paper, words] as const] : [];
			});
			isAsKept = known.length === papers.length && papers.length === before.length;
			useNumberedWords(lexicon, known);
			return kept.table.nearest;
		},
		keep(nearest) {
			if (isAsKept) return;
			const { lexicon, numbers } = numberedWords(papers);
			const table: Table = { lexicon, sums, lengths: numbers.map(({ length }) => length), nearest };
			const bytes = numbers.map(
				({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
			);
			writeBytes(file, context, table, bytes);
		},
	};
}
