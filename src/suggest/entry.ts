import { proposeEntry } from "../import/entry-of.ts";
import { parseSource } from "../import/parse-source.ts";
import type { Issue } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";
import { type Topic, topicMatcher } from "../paper/topics.ts";
import { ISSUE } from "./form.ts";

/** An entry for a suggested paper. */
export interface SuggestedEntry {
	id: string;
	/** The whole file. */
	text: string;
	/** What a maintainer may want to know of how the record was read. */
	notes: string[];
}

/** The pull request hands an entry on in the environment of a program, which holds 128 kB. */
const MAX_BYTES = 60_000;

/**
 * The entry of a record, by the importer. `line` is the line of the issue at which the record
 * begins, `listing` is what the entry gives as its source, `topics` are those that were chosen.
 * The record holds one paper.
 */
export function entryOf(
	record: { text: string; line: number },
	listing: string,
	all: readonly Topic[],
	topics: readonly string[] | undefined,
): { entry: SuggestedEntry; issues: [] } | { entry?: undefined; issues: Issue[] } {
	const refused = (message: string, fix: string, line = 1) => ({
		issues: [{ file: ISSUE, line: record.line + line - 1, column: 1, message, fix }],
	});
	const bytes = new TextEncoder().encode(record.text);
	const parsed = parseSource({ listing, file: ISSUE, bytes }, {});
	if (parsed.issues.length > 0) {
		return {
			issues: parsed.issues.map((issue) => ({ ...issue, line: record.line + issue.line - 1 })),
		};
	}
	const [rejection] = parsed.rejections;
	if (rejection) {
		const message = `unexpected record “${rejection.title}” (${rejection.reason}), expected a paper`;
		return refused(message, "Mend the record, or fill in the title instead.", rejection.line);
	}
	const [paper, second] = parsed.papers;
	if (!paper || second) {
		const message = `unexpected ${papersCount(parsed.papers.length).toLowerCase()} in the record, expected one`;
		return refused(message, "Suggest each paper in an issue of its own.", second?.title.line);
	}
	const matchTopics = topics ? () => [...topics] : topicMatcher(all);
	const { id, text } = proposeEntry(paper, { listing, listed: undefined }, matchTopics);
	const size = Buffer.byteLength(text);
	if (size > MAX_BYTES) {
		const message = `unexpected entry of ${size} bytes, expected at most ${MAX_BYTES}`;
		return refused(message, "An entry holds an abstract, not the whole paper: link to it.");
	}
	return { entry: { id, text, notes: parsed.notes }, issues: [] };
}
