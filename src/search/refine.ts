import type { PaperRecord } from "./contents.ts";
import type { IndexFiles } from "./index-files.ts";
import { formsOf, hitIn } from "./record-hits.ts";
import type { Outcome } from "./search.ts";
import { normalize, wordsOf } from "./text.ts";

/** Papers that are shown, and put in their final order, at one time. */
export const PAGE = 10;

/** What a paper gains when it has every word of the query as it was written, not only its stem. */
const AS_WRITTEN = 1;

/** What a paper gains when its title is the query and nothing else. */
const WHOLE_TITLE = 0.3;

/** A paper that is shown. */
export interface Shown {
	paper: number;
	record: PaperRecord;
}

/**
 * The papers of one page, `from` on. The index knows stems; the records, which a page shows anyway,
 * know the words, and decide between papers that are near each other.
 */
export async function page(files: IndexFiles, outcome: Outcome, from = 0): Promise<Shown[]> {
	const { papers, score, asked } = outcome;
	const shown = await Promise.all(
		papers.slice(from, from + PAGE).map(async (paper) => ({
			paper,
			record: await files.record(paper),
		})),
	);
	await place(files, outcome, shown);
	if (!score || asked.length === 0) return shown;
	const words = asked.map(normalize).filter(Boolean);
	return shown
		.map((one, place) => ({ one, place, value: score(one.paper) * (1 + gain(words, one.record)) }))
		.sort((a, b) => b.value - a.value || a.place - b.place)
		.map(({ one }) => one);
}

/** Finds the places of common words in the papers that are shown. */
async function place(
	files: IndexFiles,
	{ hits, outlined }: Outcome,
	shown: readonly Shown[],
): Promise<void> {
	for (const { index, stem } of outlined) {
		const forms = await formsOf(files, stem);
		const exact = new Map(hits[index]);
		for (const { paper, record } of shown) {
			const hit = exact.has(paper) ? hitIn(record, forms) : undefined;
			// A form that begins otherwise than its stem is not known here: the outline says enough.
			if (hit && Object.values(hit).some((places) => places.length > 0)) exact.set(paper, hit);
		}
		hits[index] = exact;
	}
}

function gain(words: readonly string[], { content, meta }: PaperRecord): number {
	const title = new Set(wordsOf(meta.title ?? ""));
	const all = new Set([...title, ...wordsOf(content), ...wordsOf(meta.authors ?? "")]);
	const asWritten = words.filter((word) => all.has(word)).length / words.length;
	const inTitle =
		words.filter((word) => title.has(word)).length / Math.max(words.length, title.size);
	return AS_WRITTEN * asWritten + WHOLE_TITLE * inTitle;
}
