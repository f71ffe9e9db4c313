import { readBytes, writeBytes } from "../cache/bytes.ts";
import { contextOf, digestOf } from "../cache/kept.ts";
import type { LexiconTable } from "../collection/lexicon.ts";
import { numberedWords, useNumberedWords, type Worded } from "../collection/terms.ts";

/** What stands in front of the numbers of the words of all papers, one paper after another, 32 bits each. */
interface Table {
	lexicon: LexiconTable;
	/** Check sum of the texts of each paper. */
	sums: string[];
	/** How many words each has. */
	lengths: number[];
}

/** Code that decides which words a text has. */
const CODE = ["src/collection/lexicon.ts", "src/collection/terms.ts", "src/build/kept-words.ts"];

/** The words of papers as the last build found them, in a file of the cache. */
export interface KeptWords {
	/** From now on the words of these papers are known, of those that were there. */
	recall(papers: readonly Worded[]): void;
	/** Keeps the words of the papers that were recalled, for the next build. */
	keep(): void;
}

/** Reads what is kept: see {@link readBytes}. */
export function keptWords(file: string): KeptWords {
	const context = contextOf(CODE, []);
	const kept = readBytes<Table>(file, context);
	let papers: readonly Worded[] = [];
	let sums: string[] = [];
	let isAsKept = false;
	return {
		recall(some) {
			papers = some;
			sums = papers.map(({ paper }) => digestOf(JSON.stringify([paper.title, paper.abstract])));
			if (!kept) return;
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
		},
		keep() {
			if (isAsKept) return;
			const { lexicon, numbers } = numberedWords(papers);
			const table: Table = { lexicon, sums, lengths: numbers.map(({ length }) => length) };
			const bytes = numbers.map(
				({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
			);
			writeBytes(file, context, table, bytes);
		},
	};
}
