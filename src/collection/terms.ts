import { stemmer } from "stemmer";
import { eng } from "stopword";
import type { Entry } from "../entry/read.ts";
import { compare } from "../paper/issues.ts";

/** A term of the collection: a stem, with the word that readers see for it. */
export interface Term {
	/** The form in which it stands most often: `tokenizer`. */
	word: string;
	/** Positions in the list of entries, ascending, with the term's weight in each. */
	papers: { position: number; count: number }[];
}

/** Words of English prose that say nothing of a paper, beside the usual stop words. */
const EMPTY_WORDS =
	"abstract achieve almost although approach based beyond capability commonly compared demonstrate development different during effective evaluate existing experiment extensive framework however improve introduce large least lms method model novel outperform overall paper perform propose provide recent remain result show significant state-of-the-art study task together technique use various while work across often including while remains toward towards via within without";

const stopStems = new Set([...eng, ...EMPTY_WORDS.split(" ")].map((word) => stemmer(word)));

/** Words of at least three letters, not all digits, hyphens inside kept. */
const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** Every term of the collection by its stem (Porter, English); a title's words count twice. */
export function indexTerms(entries: readonly Entry[]): Map<string, Term> {
	// A collection uses few different words often: each is stemmed once.
	const stems = new Map<string, string>();
	const stemOf = (word: string) => {
		let stem = stems.get(word);
		if (stem === undefined) stems.set(word, (stem = stemmer(word)));
		return stem;
	};
	const index = new Map<string, Term & { forms: Map<string, number> }>();
	for (const [position, { paper }] of entries.entries()) {
		const counts = new Map<string, number>();
		for (const word of words(`${paper.title} ${paper.title} ${paper.abstract}`)) {
			const stem = stemOf(word);
			if (stopStems.has(stem)) continue;
			counts.set(stem, (counts.get(stem) ?? 0) + 1);
			let term = index.get(stem);
			if (!term) index.set(stem, (term = { word, papers: [], forms: new Map() }));
			term.forms.set(word, (term.forms.get(word) ?? 0) + 1);
		}
		for (const [stem, count] of counts) index.get(stem)?.papers.push({ position, count });
	}
	const terms = new Map<string, Term>();
	for (const [stem, { forms, papers }] of index) {
		const [[word = stem] = []] = [...forms].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
		terms.set(stem, { word, papers });
	}
	return terms;
}

function words(text: string): string[] {
	const found = text.toLowerCase().match(WORD) ?? [];
	return found
		.map((word) => word.replace(/[’']s$/, ""))
		.filter((word) => word.length >= 3 && !/^[\d\-’']+$/.test(word));
}
