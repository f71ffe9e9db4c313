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
	papers: number[];
	/** How often it stands in each of them; a title's words count twice. */
	counts: number[];
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

/** An index takes seconds for a large collection, and related papers and statistics ask for the same. */
const indexes = new WeakMap<readonly Worded[], ReadonlyMap<string, Term>>();

/** Every term of the collection by its stem (Porter, English); a title's words count twice. */
export function indexTerms(entries: readonly Worded[]): ReadonlyMap<string, Term> {
	const known = indexes.get(entries) ?? buildIndex(entries);
	indexes.set(entries, known);
	return known;
}

/** Words by number, in the order in which they were first met, and the stem of each. */
const words: { word: string; stem: string }[] = [];
const numbers = new Map<string, number>();

/** Number of the word that a token is, or -1: looked at once for all texts, which use few different ones. */
const tokens = new Map<string, number>();

function numberOf(token: string): number {
	let number = tokens.get(token);
	if (number !== undefined) return number;
	const word = token.replace(/[’']s$/, "");
	const stem = word.length < 3 || /^[\d\-’']+$/.test(word) ? undefined : stemmer(word);
	number = numbers.get(word) ?? -1;
	if (number < 0 && stem !== undefined && !stopStems.has(stem)) {
		number = words.push({ word, stem }) - 1;
		numbers.set(word, number);
	}
	tokens.set(token, number);
	return number;
}

/** The words of an entry, ascending by number, each as often as it stands there: in development all entries but one are those of the last time. */
const wordsOf = new WeakMap<Worded, Uint32Array>();

function wordsIn(entry: Worded): Uint32Array {
	let found = wordsOf.get(entry);
	if (!found) {
		const { title, abstract } = entry.paper;
		const text = `${title} ${title} ${abstract}`.toLowerCase();
		const all = (text.match(WORD) ?? []).map(numberOf).filter((number) => number >= 0);
		wordsOf.set(entry, (found = Uint32Array.from(all).sort()));
	}
	return found;
}

function buildIndex(entries: readonly Worded[]): ReadonlyMap<string, Term> {
	const index = new Map<
		string,
		{ papers: number[]; counts: number[]; forms: Map<string, number> }
	>();
	for (const [position, entry] of entries.entries()) {
		const found = wordsIn(entry);
		for (let at = 0, next = 0; at < found.length; at = next) {
			while (next < found.length && found[next] === found[at]) next += 1;
			const { word, stem } = words[found[at] as number] as { word: string; stem: string };
			const times = next - at;
			let term = index.get(stem);
			if (!term) index.set(stem, (term = { papers: [], counts: [], forms: new Map() }));
			const { papers, counts, forms } = term;
			forms.set(word, (forms.get(word) ?? 0) + times);
			const last = papers.length - 1;
			if (papers[last] === position) counts[last] = (counts[last] ?? 0) + times;
			else {
				papers.push(position);
				counts.push(times);
			}
		}
	}
	const terms = new Map<string, Term>();
	for (const [stem, { forms, papers, counts }] of index) {
		const [usual] = [...forms].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
		terms.set(stem, { word: usual?.[0] ?? stem, papers, counts });
	}
	return terms;
}
