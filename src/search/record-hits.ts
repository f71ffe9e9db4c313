import type { PaperRecord } from "./contents.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Hit, Hits } from "./match.ts";
import type { Resolved } from "./resolve.ts";
import { BETWEEN_WORDS, normalize, wordsOf } from "./text.ts";

/** Letters of a stem that its words have in common at least: `studi` is the stem of “study”. */
const LONG = 4;

/** Where a term of one word stands in some papers, found in their records and not in the index. */
export async function hitsInRecords(
	files: IndexFiles,
	{ term, readings }: Resolved,
	papers: readonly number[],
): Promise<Hits> {
	const stem = readings[0]?.[0] ?? "";
	const beginning = stem.slice(0, stem.length > LONG ? -1 : 2);
	const words = await files.wordsFrom(beginning);
	const forms = new Set(words.filter((word) => word.stem === stem).map(({ word }) => word));
	const hits = new Map<number, Hit>();
	for (const paper of papers) {
		const hit = hitIn(await files.record(paper), forms);
		const parts = term.field ? [hit[term.field]] : Object.values(hit);
		if (parts.some((positions) => positions.length > 0)) hits.set(paper, hit);
	}
	return hits;
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

function hitIn({ content, meta }: PaperRecord, forms: ReadonlySet<string>): Hit {
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
