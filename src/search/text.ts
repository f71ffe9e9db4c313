/**
 * Words nearly as Pagefind makes them (pagefind/src/fossick/splitting.rs): the text is cut at
 * white space, a word keeps its letters and digits in lower case and without accents, and the
 * parts of a word with signs inside are words too. What Pagefind does otherwise, the bundle adds.
 */

const KEPT = /[^\p{Alphabetic}\p{N}]+/gu;
const SIGNS = /[^\p{Alphabetic}\p{N}\p{M}]+/u;

/** Scripts of languages written without spaces. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}";
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");

/** White space, and the mark that Pagefind puts between words of languages written without spaces. */
export const BETWEEN_WORDS = /[\s\u200B]+/;

/** A word as the index keeps it, before stemming: `Naïve,` gives `naive`. May be empty. */
export function normalize(word: string): string {
	return word.replace(KEPT, "").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** The parts of a word with punctuation inside, `state-of-the-art`; empty for a plain word. */
export function partsOf(word: string): string[] {
	const parts = word.split(SIGNS).map(normalize).filter(Boolean);
	return parts.length > 1 ? parts : [];
}

/** Every word under which a text is found. Parts of one letter, the “s” of “model’s”, are none. */
export function wordsOf(text: string): string[] {
	return text
		.split(BETWEEN_WORDS)
		.flatMap((word) => [normalize(word), ...partsOf(word).filter(isNotOneLetter)].filter(Boolean));
}

/** True where {@link wordsOf} finds a word. */
export function hasWord(text: string): boolean {
	// Nearly every text has a plain letter: the rest is seldom looked at.
	return /[a-z0-9]/i.test(text) || normalize(text) !== "";
}

function isNotOneLetter(part: string): boolean {
	return part.length > 1 || part > "\x7f";
}

/** True for a text with letters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
	return IS_UNSPACED.test(text);
}

/** The runs of a word in scripts with and without spaces: `BERT`, `模型`. */
export function runsOf(word: string): string[] {
	return word.match(RUNS) ?? [];
}

/** Orders texts by code points, as the index does: UTF-16 order differs beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let index = 0; index < length; index++) {
		const x = a.charCodeAt(index);
		const y = b.charCodeAt(index);
		if (x !== y) return rank(x) - rank(y);
	}
	return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
	return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
