import { stemmer } from "stemmer";
import { eng } from "stopword";

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

/** All that a {@link Lexicon} knows. */
export interface LexiconTable {
	/** Words by their numbers. */
	words: string[];
	/** Of each word the number of its stem. */
	stemOf: number[];
	/** Stems (Porter, English) by their numbers. */
	stems: string[];
}

/** Numbers the words that say something of a paper, in the order in which they are first met, and their stems. */
export class Lexicon {
	readonly words: string[];
	/** Of each word the number of its stem. */
	readonly stemOf: number[];
	readonly #stems: string[];
	#numbers: { words: Map<string, number>; stems: Map<string, number> } | undefined;
	/** Number of the word that a token is, or -1: looked at once for all texts, which use few different ones. */
	readonly #tokens = new Map<string, number>();

	constructor({ words, stemOf, stems }: LexiconTable = { words: [], stemOf: [], stems: [] }) {
		this.words = words;
		this.stemOf = stemOf;
		this.#stems = stems;
	}

	/** How many stems there are. */
	get stems(): number {
		return this.#stems.length;
	}

	get table(): LexiconTable {
		return { words: this.words, stemOf: this.stemOf, stems: this.#stems };
	}

	/** The numbers of the words of a text, one after another; others are left out. */
	numbersIn(text: string): Uint32Array {
		const tokens = text.toLowerCase().match(WORD) ?? [];
		return Uint32Array.from(
			tokens.map((token) => this.#numberOf(token)).filter((number) => number >= 0),
		);
	}

	#numberOf(token: string): number {
		let number = this.#tokens.get(token);
		if (number !== undefined) return number;
		this.#numbers ??= { words: numbered(this.words), stems: numbered(this.#stems) };
		const { words, stems } = this.#numbers;
		const word = token.replace(/[’']s$/, "");
		const stem = word.length < 3 || /^[\d\-’']+$/.test(word) ? undefined : stemmer(word);
		number = words.get(word) ?? -1;
		if (number < 0 && stem !== undefined && !stopStems.has(stem)) {
			number = this.words.push(word) - 1;
			words.set(word, number);
			if (!stems.has(stem)) stems.set(stem, this.#stems.push(stem) - 1);
			this.stemOf.push(stems.get(stem) ?? 0);
		}
		this.#tokens.set(token, number);
		return number;
	}
}

function numbered(texts: readonly string[]): Map<string, number> {
	return new Map(texts.map((text, number) => [text, number]));
}
