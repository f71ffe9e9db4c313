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

function buildIndex(entries: readonly Entry[]): ReadonlyMap<string, Term> {
	// A collection uses few different words often: each is stemmed once.
	const stems = new Map<string, string>();
	const stemOf = (word: string) => {
		let stem = stems.get(word);
		if (stem === undefined) stems.set(word, (stem = stemmer(word)));
		return stem;
	};
	const index = new Map<string, Term & { forms: Map<string, number> }>();
	for (const [position, { paper }] of entries.entries()) {
		for (const word of words(`${paper.title} ${paper.title} ${paper.abstract}`)) {
			const stem = stemOf(word);
			if (stopStems.has(stem)) continue;
			let term = index.get(stem);
			if (!term) index.set(stem, (term = { word, papers: [], counts: [], forms: new Map() }));
			term.forms.set(word, (term.forms.get(word) ?? 0) + 1);
			const last = term.papers.length - 1;
			if (term.papers[last] === position) term.counts[last] = (term.counts[last] ?? 0) + 1;
			else {
				term.papers.push(position);
				term.counts.push(1);
			}
		}
	}
	const terms = new Map<string, Term>();
	for (const [stem, { forms, papers, counts }] of index) {
		const [[word = stem] = []] = [...forms].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
		terms.set(stem, { word, papers, counts });
	}
	return terms;
}

function words(text: string): string[] {
	const found = text.toLowerCase().match(WORD) ?? [];
	return found
		.map((word) => word.replace(/[’']s$/, ""))
		.filter((word) => word.length >= 3 && !/^[\d\-’']+$/.test(word));
}
