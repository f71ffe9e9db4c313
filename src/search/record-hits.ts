import type { PaperRecord } from "./contents.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Hit } from "./match.ts";
import { BETWEEN_WORDS, normalize, wordsOf } from "./text.ts";

/** Letters of a short stem, whose forms may differ in all but the first two. */
const SHORT = 4;

/** The forms in which papers write a stem that begin as it does, but for its last letter: `studi` and “study”. */
export async function formsOf(files: IndexFiles, stem: string): Promise<ReadonlySet<string>> {
	const beginning = stem.slice(0, stem.length > SHORT ? -1 : 2);
	const words = await files.wordsFrom(beginning);
	return new Set(words.filter((word) => word.stem === stem).map(({ word }) => word));
}

/** Between letters and digits, before a capital, at signs. */
const HUMPS =
	/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})|[^\p{L}\p{N}]+/u;

/** Parts of a word at its humps, under which Pagefind keeps it too: `WordPiece` under “word”. */
function humps(word: string): string[] {
	return word
		.split(HUMPS)
		.map(normalize)
		.filter((part) => part.length > 1);
}

/** Where a word stands in a paper, in any of its forms. */
export function hitIn({ content, meta }: PaperRecord, forms: ReadonlySet<string>): Hit {
	const positions = (text: string, between: RegExp) =>
		text
			.split(between)
			.flatMap((part, at) =>
				[...wordsOf(part), ...humps(part)].some((word) => forms.has(word)) ? [at] : [],
			);
	return {
		text: positions(content, BETWEEN_WORDS),
		title: positions(meta.title ?? "", /\s+/),
		authors: positions(meta.authors ?? "", /\s+/),
		organization: positions(meta.organization ?? "", /\s+/),
	};
}
