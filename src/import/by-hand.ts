import type { TopicMatcher } from "../paper/topics.ts";
import { type ProposedEntry, proposeEntry } from "./entry-of.ts";
import type { ListedPaper } from "./record.ts";

/**
 * A paper as an entry that is a person's own from the start: it names no source, so no import
 * takes it for one that nobody has edited.
 */
export function entryByHand(paper: ListedPaper, matchTopics: TopicMatcher): ProposedEntry {
	const entry = proposeEntry(paper, { listing: "none", listed: undefined }, matchTopics);
	// The last key of the front matter, in which every value stands on a line of its own.
	return { ...entry, text: entry.text.replace(/^source:\n(?: .*\n)*(?=---$)/m, "") };
}
