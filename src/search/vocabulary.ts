import { compareCodePoints } from "./text.ts";

/** A word that people write, and how the index keeps it. */
export interface Word {
	word: string;
	/** What the index keeps it under. */
	stem: string;
	/** In how many papers it stands: the exponent of the power of two at or below. */
	frequency: number;
	/** Too common to be asked for: “the”, “of”. */
	stop: boolean;
}

const STOP = "Z";
const MOST_FREQUENT = 24;
/** Numbers of letters are written as the characters U+0001 to U+0024, which no word holds. */
const FIRST_COUNT = 1;
const MOST_LETTERS = 35;
const FIRST_FREQUENCY = "A".charCodeAt(0);

/** True for words that a vocabulary holds: numbers are no words, and nobody types monsters. */
export function isStorable(word: string): boolean {
	return /\p{L}/u.test(word) && !/[A-Z]/.test(word) && word.length <= MOST_LETTERS;
}

/**
 * The file of some words in order. Each is written as the number of letters it shares
 * with the word before, the letters that follow, the number of letters to cut from its
 * end and the letters to add for its stem, and its frequency.
 */
export function encodeWords(words: readonly Word[]): string {
	let before = "";
	let file = "";
	for (const { word, stem, frequency, stop } of words) {
		const shared = sharedLength(before, word);
		const kept = sharedLength(word, stem);
		file += digit(shared) + word.slice(shared) + digit(word.length - kept) + stem.slice(kept);
		file += stop ? STOP : String.fromCharCode(FIRST_FREQUENCY + Math.min(frequency, MOST_FREQUENT));
		before = word;
	}
	return file;
}

/** The words of a file. Throws a RangeError where it is no such file. */
export function decodeWords(file: string): Word[] {
	const pattern = /([\x01-\x24])([^\x01-\x24A-Z]*)([\x01-\x24])([^\x01-\x24A-Z]*)([A-Z])/gy;
	const words: Word[] = [];
	let before = "";
	while (pattern.lastIndex < file.length) {
		const at = pattern.lastIndex;
		const [, shared = "", rest = "", cut = "", added = "", sign = ""] = pattern.exec(file) ?? [];
		if (!sign) throw new RangeError(`the list of words is damaged at character ${at}`);
		const word = before.slice(0, lettersOf(shared)) + rest;
		const stem = word.slice(0, word.length - lettersOf(cut)) + added;
		const stop = sign === STOP;
		words.push({
			word,
			stem,
			frequency: stop ? MOST_FREQUENT : sign.charCodeAt(0) - FIRST_FREQUENCY,
			stop,
		});
		before = word;
	}
	return words;
}

/** A word with its first letter put last, so that words that differ in the first letter stand together. */
export function rotate(word: string): string {
	const [first = "", ...rest] = word;
	return rest.join("") + first;
}

/** The word that was rotated. */
export function unrotate(rotated: string): string {
	const letters = [...rotated];
	return (letters.pop() ?? "") + letters.join("");
}

/** The file of some texts in order, each as the number of letters it shares with the one before and the rest. */
export function encodeTexts(texts: readonly string[]): string {
	let before = "";
	return texts
		.map((text) => {
			const shared = sharedLength(before, text);
			before = text;
			return digit(shared) + text.slice(shared);
		})
		.join("");
}

/** The texts of a file made by {@link encodeTexts}. */
export function decodeTexts(file: string): string[] {
	let before = "";
	return [...file.matchAll(/([\x01-\x24])([^\x01-\x24]*)/g)].map(([, shared = "", rest = ""]) => {
		before = before.slice(0, lettersOf(shared)) + rest;
		return before;
	});
}

/** Position of the last item whose key is at or before a text; -1 where all stand after it. */
export function lastAtOrBefore<Item>(
	items: readonly Item[],
	text: string,
	key: (item: Item) => string,
): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compareCodePoints(key(items[middle] as Item), text) <= 0) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function sharedLength(a: string, b: string): number {
	const most = Math.min(a.length, b.length, MOST_LETTERS);
	let length = 0;
	while (length < most && a[length] === b[length]) length++;
	// Half of a surrogate pair would not survive the file's UTF-8.
	return length > 0 && (a.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length - 1 : length;
}

function digit(letters: number): string {
	return String.fromCharCode(FIRST_COUNT + letters);
}

function lettersOf(sign: string): number {
	return sign.charCodeAt(0) - FIRST_COUNT;
}
