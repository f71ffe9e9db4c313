import { stemmer } from "stemmer";
import { eng } from "stopword";
import { compare } from "../paper/issues.ts";
import type { Paper } from "../paper/schema.ts";

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

/** Words of English prose that say nothing of a paper, beside the usual stop words. */
const EMPTY_WORDS = `
	abstract achieve across address almost although approach based best better beyond
	both capability challenge challenging common commonly compared current demonstrate
	development different during effective enable enabling evaluate example existing
	experiment extensive find first five four framework further general given high
	however improve improvement including introduce key large lead leading least
	limitation lms low make many method model multiple need new not novel offer often
	one outperform overall paper perform present previous prior problem propose provide
	recent remain remains require respect result second set several show significant
	significantly specific state-of-the-art study task technique three together toward
	towards two use various via well when while within without work yet available github http https com www publicly released
`;

const stopStems = new Set(
	[...eng, ...EMPTY_WORDS.trim().split(/\s+/)].map((word) => stemmer(word)),
);

/** Words of at least three letters, not all digits, hyphens inside kept. */
const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** An index takes a while for a large collection, and related papers and statistics ask for the same. */
const indexes = new WeakMap<readonly Worded[], readonly Term[]>();

/** Every term of the collection (stems: Porter, English), in no order; a title's words count twice. */
export function indexTerms(entries: readonly Worded[]): readonly Term[] {
	const known = indexes.get(entries) ?? buildIndex(entries);
	indexes.set(entries, known);
	return known;
}

/** Words by number, in the order in which they were first met, and the number of the stem of each. */
const words: string[] = [];
const stemOf: number[] = [];
const numbers = new Map<string, number>();
const stems = new Map<string, number>();

/** Number of the word that a token is, or -1: looked at once for all texts, which use few different ones. */
const tokens = new Map<string, number>();

function numberOf(token: string): number {
	let number = tokens.get(token);
	if (number !== undefined) return number;
	const word = token.replace(/[’']s$/, "");
	const stem = word.length < 3 || /^[\d\-’']+$/.test(word) ? undefined : stemmer(word);
	number = numbers.get(word) ?? -1;
	if (number < 0 && stem !== undefined && !stopStems.has(stem)) {
		number = words.push(word) - 1;
		numbers.set(word, number);
		if (!stems.has(stem)) stems.set(stem, stems.size);
		stemOf.push(stems.get(stem) ?? 0);
	}
	tokens.set(token, number);
	return number;
}

/** The words of an entry, by number: in development all entries but one are those of the last time. */
const wordsOf = new WeakMap<Worded, Uint32Array>();

function wordsIn(entry: Worded): Uint32Array {
	let found = wordsOf.get(entry);
	if (!found) {
		const { title, abstract } = entry.paper;
		const text = `${title} ${title} ${abstract}`.toLowerCase();
		const all = (text.match(WORD) ?? []).map(numberOf).filter((number) => number >= 0);
		wordsOf.set(entry, (found = Uint32Array.from(all)));
	}
	return found;
}

/** Counts first how many papers each stem has, and then puts them all into one list, stem after stem. */
function buildIndex(entries: readonly Worded[]): Term[] {
	const texts = entries.map(wordsIn);
	const times = new Uint32Array(words.length);
	const sizes = new Uint32Array(stems.size);
	const seen = new Int32Array(stems.size).fill(-1);
	for (const [position, text] of texts.entries()) {
		for (const word of text) {
			times[word] = (times[word] as number) + 1;
			const stem = stemOf[word] as number;
			if (seen[stem] === position) continue;
			seen[stem] = position;
			sizes[stem] = (sizes[stem] as number) + 1;
		}
	}
	const next = new Uint32Array(stems.size);
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
	const usual = new Int32Array(stems.size).fill(-1);
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
