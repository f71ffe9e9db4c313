import { proposeEntry } from "../import/entry-of.ts";
import { parseSource } from "../import/parse-source.ts";
import type { ListedPaper } from "../import/record.ts";
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

/** What the entry of an issue says besides its paper. */
export interface Suggester {
	/** What the entry gives as its source. */
	listing: string;
	/** The topics of the collection. */
	all: readonly Topic[];
	/** Ids of those that were chosen; undefined where they are to be proposed. */
	chosen: readonly string[] | undefined;
}

type Made = { entry: SuggestedEntry; issues: [] } | { entry?: undefined; issues: Issue[] };

/** The entry of a record of one paper, by the importer; `line` of the issue is where the record begins. */
export function entryOfRecord(record: { text: string; line: number }, suggester: Suggester): Made {
	const { listing } = suggester;
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
	return entryOf(paper, record.line, suggester, parsed.notes);
}

/** The entry of a paper that `line` of the issue names. `notes` are what a maintainer may want to know of it. */
export function entryOf(
	paper: ListedPaper,
	line: number,
	{ listing, all, chosen }: Suggester,
	notes: string[],
): Made {
	const matchTopics = chosen ? () => [...chosen] : topicMatcher(all);
	const { id, text } = proposeEntry(paper, { listing, listed: undefined }, matchTopics);
	const size = Buffer.byteLength(text);
	if (size > MAX_BYTES) {
		const message = `unexpected entry of ${size} bytes, expected at most ${MAX_BYTES}`;
		const fix = "An entry holds an abstract, not the whole paper: link to it.";
		return { issues: [{ file: ISSUE, line, column: 1, message, fix }] };
	}
	return { entry: { id, text, notes }, issues: [] };
}
