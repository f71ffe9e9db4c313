import { stemmer } from "stemmer";
import { eng } from "stopword";
import type { Entry } from "../entry/read.ts";
import { compare } from "../paper/issues.ts";

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
const indexes = new WeakMap<readonly Entry[], ReadonlyMap<string, Term>>();

/** Every term of the collection by its stem (Porter, English); a title's words count twice. */
export function indexTerms(entries: readonly Entry[]): ReadonlyMap<string, Term> {
	const known = indexes.get(entries) ?? buildIndex(entries);
	indexes.set(entries, known);
	return known;
}

/** A word as it is written: the term that it counts to, and how often it stands in all. */
interface Form {
	word: string;
	times: number;
	term: Term & { forms: Form[] };
}

function buildIndex(entries: readonly Entry[]): ReadonlyMap<string, Term> {
	const index = new Map<string, Form["term"]>();
	// A collection uses few different words often: each is looked at once. Those that say nothing have no form.
	const forms = new Map<string, Form | undefined>();
	const formOf = (token: string): Form | undefined => {
		const word = token.replace(/[’']s$/, "");
		if (word.length < 3 || /^[\d\-’']+$/.test(word)) return undefined;
		const stem = stemmer(word);
		if (stopStems.has(stem)) return undefined;
		let term = index.get(stem);
		if (!term) index.set(stem, (term = { word, papers: [], counts: [], forms: [] }));
		const known = term.forms.find((form) => form.word === word);
		if (known) return known;
		const form = { word, times: 0, term };
		term.forms.push(form);
		return form;
	};
	for (const [position, { paper }] of entries.entries()) {
		const text = `${paper.title} ${paper.title} ${paper.abstract}`.toLowerCase();
		for (const token of text.match(WORD) ?? []) {
			let form = forms.get(token);
			if (!form && !forms.has(token)) forms.set(token, (form = formOf(token)));
			if (!form) continue;
			form.times += 1;
			const { papers, counts } = form.term;
			const last = papers.length - 1;
			if (papers[last] === position) counts[last] = (counts[last] ?? 0) + 1;
			else {
				papers.push(position);
				counts.push(1);
			}
		}
	}
	const terms = new Map<string, Term>();
	for (const [stem, { forms, papers, counts }] of index) {
		const [usual] = forms.sort((a, b) => b.times - a.times || compare(a.word, b.word));
		terms.set(stem, { word: usual?.word ?? stem, papers, counts });
	}
	return terms;
}
