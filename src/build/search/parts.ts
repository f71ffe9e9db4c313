import { isUnspaced, partsOf, wordsOf } from "../../search/text.ts";
import { isStorable } from "../../search/vocabulary.ts";

/** Parts that are remembered at one time: those of some 10,000 papers. */
const MOST = 200_000;

/** The words under which a part of a text between two spaces is found. */
interface PartWords {
	/** `语言模型` is found under `语言` as well. */
	words: readonly string[];
	/** Those of the words that a vocabulary holds. */
	stored: readonly string[];
	/** True where Pagefind indexes the part as it is. */
	isPlain: boolean;
}

/**
 * Takes parts of texts in a language (BCP 47) apart, each once: of the two million in 10,000 papers
 * one in ten is not one of the others.
 */
export class Parts {
	readonly language: string;
	readonly #segmenter: Intl.Segmenter | undefined;
	readonly #known = new Map<string, PartWords>();

	constructor(language: string) {
		this.language = language;
		this.#segmenter = segmenterOf(language);
	}

	/** True where the language is written without spaces, and Pagefind cuts its words. */
	get areCut(): boolean {
		return this.#segmenter !== undefined;
	}

	of(part: string): PartWords {
		let known = this.#known.get(part);
		if (!known) {
			if (this.#known.size === MOST) this.#known.clear();
			known = this.#takenApart(part);
			this.#known.set(part, known);
		}
		return known;
	}

	#takenApart(part: string): PartWords {
		const isCut = this.#segmenter !== undefined && isUnspaced(part);
		const segments = isCut ? [...(this.#segmenter?.segment(part) ?? [])] : [];
		const whole = wordsOf(part);
		const within = segments.flatMap(({ segment }) => wordsOf(segment));
		const words = isCut ? [...new Set([...whole, ...within])] : whole;
		return {
			words,
			stored: words.filter(isStorable),
			isPlain: !isCut && partsOf(part).length === 0 && !/\p{Pc}/u.test(part),
		};
	}
}

/** Cuts words of a language written without spaces; `undefined` where Pagefind does not cut them either. */
function segmenterOf(language: string): Intl.Segmenter | undefined {
	const code = new Intl.Locale(language).language;
	if (!["zh", "ja", "th"].includes(code)) return undefined;
	return new Intl.Segmenter(language, { granularity: "word" });
}
