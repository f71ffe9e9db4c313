import type { IndexFiles } from "./index-files.ts";
import type { Reading } from "./match.ts";
import type { Term } from "./query.ts";
import { type Candidate, nearestWords } from "./spelling.ts";
import { isUnspaced, normalize, partsOf, runsOf } from "./text.ts";
import type { Word } from "./vocabulary.ts";

/** A term in words that the index has. */
export interface Resolved {
	term: Term;
	/** What is looked for: papers with any of these. Empty where no paper has the word. */
	readings: Reading[];
	/** Words of the index that the term may be a misspelling of, likeliest first; only where it has no readings. */
	candidates: Candidate[];
	/** The words that begin so, most frequent first, where the term is only a beginning. */
	beginnings: string[];
	/** True for words that say nothing by themselves. */
	stop: boolean;
	/** As that of a {@link Word}; 0 where it is not known. */
	frequency: number;
}

/** More words that begin alike than these are too many to look for. */
const MOST_BEGINNINGS = 30;
const SHORTEST_BEGINNING = 3;

/** Finds what the index has for a term. */
export async function resolve(files: IndexFiles, term: Term): Promise<Resolved> {
	const words = term.text.split(/\s+/).filter((word) => normalize(word) !== "");
	const [only] = words;
	if (term.phrase || words.length !== 1 || !only) return resolvePhrase(files, term, words);
	return resolveWord(files, term, only);
}

/**
 * The words of a term in a script without spaces, as terms of their own: `语言模型` asks for
 * `语言` and `模型`. A term that is left out, or in quotes, stays one.
 */
export async function parted(files: IndexFiles, term: Term): Promise<Term[]> {
	if (term.exclude || term.prefix || !isUnspaced(term.text) || /["“”„]/.test(term.source)) {
		return [term];
	}
	const pieces = (await files.word(normalize(term.text))) ? [] : await cut(files, term.text);
	return pieces.length > 1 ? pieces.map((text) => ({ ...term, text })) : [term];
}

/** Cuts a word in a script without spaces into the longest words that the index has. */
async function cut(files: IndexFiles, written: string): Promise<string[]> {
	const whole = normalize(written);
	const pieces: string[] = [];
	for (const run of runsOf(whole)) {
		let rest = run;
		let unknown = "";
		while (isUnspaced(run) && rest !== "") {
			const [initial = ""] = rest;
			const known = (await files.wordsFrom(initial))
				.map(({ word }) => word)
				.filter((word) => rest.startsWith(word) && word !== whole)
				.sort((a, b) => b.length - a.length)[0];
			if (known && unknown) pieces.push(unknown);
			if (known) pieces.push(known);
			unknown = known ? "" : unknown + initial;
			rest = rest.slice((known ?? initial).length);
		}
		if (unknown || rest) pieces.push(unknown + rest);
	}
	return pieces;
}

async function cutReading(files: IndexFiles, written: string): Promise<Reading[]> {
	if (!isUnspaced(written)) return [];
	const pieces = await cut(files, written);
	const words = await Promise.all(pieces.map((piece) => files.word(piece)));
	const stems = words.map(
		(word, index) => word?.stem ?? (/^\d+$/.test(pieces[index] ?? "") ? pieces[index] : undefined),
	);
	return stems.length > 1 && stems.every((stem) => stem !== undefined) ? [stems as string[]] : [];
}

async function resolveWord(files: IndexFiles, term: Term, written: string): Promise<Resolved> {
	const word = normalize(written);
	const known = await files.word(word);
	const none = { term, readings: [], candidates: [], beginnings: [], stop: false, frequency: 0 };
	if (known && !term.prefix) {
		const parts = await partsReading(files, written);
		const { stop, frequency } = known;
		return { ...none, readings: [[known.stem], ...parts], stop, frequency };
	}
	if (isNumber(word) && !term.prefix) {
		return { ...none, readings: [[word], ...(await partsReading(files, written))] };
	}
	const parts = await partsReading(files, written);
	if (parts.length > 0) return { ...none, readings: parts };
	if (word.length >= SHORTEST_BEGINNING || !/^[\p{Script=Latin}\p{N}]+$/u.test(word)) {
		const beginnings = mostFrequent(await files.wordsFrom(word));
		if (beginnings.length > 0) {
			const stems = new Set(beginnings.map(({ stem }) => stem));
			return {
				...none,
				readings: [...stems].map((stem) => [stem]),
				beginnings: beginnings.map(({ word }) => word),
			};
		}
	}
	return { ...none, candidates: /\d/.test(word) ? [] : await nearestWords(files, word) };
}

/** A phrase is corrected word by word: each by its likeliest. */
async function resolvePhrase(
	files: IndexFiles,
	term: Term,
	words: readonly string[],
): Promise<Resolved> {
	const plain: Term = { text: "", phrase: false, exclude: false, prefix: false, source: "" };
	const all = await Promise.all(
		words.map((word) => resolveWord(files, { ...plain, text: word }, word)),
	);
	const stems = all.map(({ readings, candidates, beginnings }) => {
		if (beginnings.length > 0) return undefined;
		return readings[0] ?? (candidates[0] && [candidates[0].stem]);
	});
	const none = { term, readings: [], candidates: [], beginnings: [], stop: false, frequency: 0 };
	if (stems.length === 0 || stems.some((stem) => !stem)) return none;
	const reading = stems.flatMap((stem) => stem ?? []);
	if (all.every(({ readings }) => readings.length > 0)) return { ...none, readings: [reading] };
	const text = all.map(({ candidates }, index) => candidates[0]?.word ?? words[index]).join(" ");
	const likeliest = { word: text, stem: "", frequency: 0, stop: false, distance: 1 };
	return { ...none, readings: [reading], candidates: [likeliest] };
}

async function partsReading(files: IndexFiles, written: string): Promise<Reading[]> {
	const cut = await cutReading(files, written);
	if (cut.length > 0) return cut;
	const stems = await Promise.all(
		partsOf(written).map(async (part) => (/\d/.test(part) ? part : (await files.word(part))?.stem)),
	);
	return stems.length > 0 && stems.every((stem) => stem !== undefined) ? [stems as string[]] : [];
}

function mostFrequent(words: readonly Word[]): Word[] {
	return words
		.filter(({ stop }) => !stop)
		.sort((a, b) => b.frequency - a.frequency || a.word.length - b.word.length)
		.slice(0, MOST_BEGINNINGS);
}

/** Numbers are in no list of words: they are their own stems. */
function isNumber(word: string): boolean {
	return !/\p{L}/u.test(word);
}
