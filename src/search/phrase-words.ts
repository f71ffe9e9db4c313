import { normalize, partsOf } from "./text.ts";

/** Letters at the beginning of two words that are forms of one: `model` and `modelling`. */
const ALIKE = 3;

/** The words of a phrase, or of a word of several parts, as a text is looked through for them; none of a single word. */
export function phraseWords(text: string): string[] {
	const words = text.split(/\s+/).flatMap(piecesOf);
	return words.length > 1 ? words : [];
}

/**
 * The places of the words of a text that a phrase covers whose last word is `at`: one after another, or
 * several in one, as in `language-model`.
 */
export function placesOfPhrase(
	words: readonly string[],
	at: number,
	phrase: readonly string[],
): number[] {
	const places = [at];
	let [place, left] = [at, piecesOf(words[at] ?? "").slice(0, -1)];
	for (const word of phrase.slice(0, -1).reverse()) {
		const piece = left.findLastIndex((piece) => areAlike(piece, word));
		if (piece >= 0) left = left.slice(0, piece);
		else {
			if (place === 0) break;
			places.unshift(--place);
			left = piecesOf(words[place] ?? "").slice(0, -1);
		}
	}
	return places;
}

function piecesOf(word: string): string[] {
	const parts = partsOf(word);
	return parts.length > 0 ? parts : [normalize(word)].filter(Boolean);
}

function areAlike(a: string, b: string): boolean {
	return a.slice(0, ALIKE) === b.slice(0, ALIKE);
}
