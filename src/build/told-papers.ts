import { newestFirst } from "../collection/model.ts";
import type { Entry } from "../entry/read.ts";
import type { Content } from "../entry/read-content.ts";
import { type SharedTexts, sharedTexts } from "../workers/texts.ts";

/** Papers as threads are told of them. */
export interface ToldPapers {
	/** In the order of all lists. */
	entries: readonly Entry[];
	/** The abstract of each: most of what papers say, of which threads read what is new. */
	abstracts: SharedTexts;
}

/** The papers of a content, to tell threads of them. */
export function toldPapers(content: Content): ToldPapers {
	const entries = content.entries.toSorted(newestFirst);
	return { entries, abstracts: sharedTexts(entries.map(({ paper }) => paper.abstract)) };
}
