import { compare } from "../paper/issues.ts";
import type { Paper } from "../paper/schema.ts";
import { Lexicon, type LexiconTable } from "./lexicon.ts";

/** What of an entry is asked for its words. */
export interface Worded {
	paper: Pick<Paper, "title" | "abstract" | "topics">;
}

/** A term of the collection: a stem, with the word that readers see for it. */
export interface Term {
	/** The form in which it stands most often: `tokenizer`. */
	word: string;
	/** Positions in the list of entries, ascending. */
	papers: Uint32Array;
	/** How often it stands in each of them; a title's words count twice. */
	counts: Uint32Array;
}

/** An index takes a while for a large collection, and related papers and statistics ask for the same. */
const indexes = new WeakMap<readonly Worded[], readonly Term[]>();

/** Every term of the collection (stems: Porter, English), in no order; a title's words count twice. */
export function indexTerms(entries: readonly Worded[]): readonly Term[] {
	const known = indexes.get(entries) ?? buildIndex(entries);
	indexes.set(entries, known);
	return known;
}

/** Numbers of words, and of each entry those of its words: in development all entries but one are those of the last time. */
let lexicon = new Lexicon();
let numbersOf = new WeakMap<Worded, Uint32Array>();

/** The numbers of the words of entries, and what they mean. */
export interface NumberedWords {
	lexicon: LexiconTable;
	/** Of each entry. */
	numbers: Uint32Array[];
}

/** From now on these entries, and no others, are known to have these words. */
export function useNumberedWords(
	table: LexiconTable,
	known: Iterable<readonly [Worded, Uint32Array]>,
): void {
	lexicon = new Lexicon(table);
	numbersOf = new WeakMap(known);
}

/** The words of entries, by number. */
export function numberedWords(entries: readonly Worded[]): NumberedWords {
	const numbers = entries.map(wordsIn);
	return { lexicon: lexicon.table, numbers };
}

function wordsIn(entry: Worded): Uint32Array {
	let found = numbersOf.get(entry);
	if (!found) {
		const { title, abstract } = entry.paper;
		found = lexicon.numbersIn(`${title} ${title} ${abstract}`);
		numbersOf.set(entry, found);
	}
	return found;
}

/** Counts first how many papers each stem has, and then puts them all into one list, stem after stem. */
function buildIndex(entries: readonly Worded[]): Term[] {
	const texts = entries.map(wordsIn);
	const { words, stemOf, stems } = lexicon;
	const times = new Uint32Array(words.length);
	const sizes = new Uint32Array(stems);
	const seen = new Int32Array(stems).fill(-1);
	for (const [position, text] of texts.entries()) {
		for (const word of text) {
			times[word] = (times[word] as number) + 1;
			const stem = stemOf[word] as number;
			if (seen[stem] === position) continue;
			seen[stem] = position;
			sizes[stem] = (sizes[stem] as number) + 1;
		}
	}
	const next = new Uint32Array(stems);
	let total = 0;
	for (const [stem, size] of sizes.entries()) {
		next[stem] = total;
		total += size;
	}
	const [papers, counts] = [new Uint32Array(total), new Uint32Array(total)];
	seen.fill(-1);
	for (const [position, text] of texts.entries()) {
		for (const word of text) {
			const stem = stemOf[word] as number;
			let at = next[stem] as number;
			if (seen[stem] === position) at -= 1;
			else next[stem] = at + 1;
			seen[stem] = position;
			papers[at] = position;
			counts[at] = (counts[at] as number) + 1;
		}
	}
	return usualForms(times).flatMap((word, stem) => {
		const end = next[stem] as number;
		const begin = end - (sizes[stem] as number);
		if (begin === end) return [];
		return [{ word, papers: papers.subarray(begin, end), counts: counts.subarray(begin, end) }];
	});
}

/** The word that stands for each stem: the one that is met most often, of equal ones the first in order. */
function usualForms(times: Uint32Array): string[] {
	const { words, stemOf, stems } = lexicon;
	const usual = new Int32Array(stems).fill(-1);
	for (const [number, word] of words.entries()) {
		const stem = stemOf[number] as number;
		const other = usual[stem] as number;
		const more = (times[number] as number) - (times[other] ?? 0);
		if (other < 0 || more > 0 || (more === 0 && compare(word, words[other] as string) < 0)) {
			usual[stem] = number;
		}
	}
	return Array.from(usual, (number) => words[number] as string);
}
