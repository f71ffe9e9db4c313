import path from "node:path";
import { type ContentFolder, readTopics } from "../entry/content-folder.ts";
import { entryFiles, readContent } from "../entry/read-content.ts";
import { writeWhole } from "../import/write.ts";
import { IssuesError } from "../paper/issues.ts";
import { entryOf, type SuggestedEntry } from "./entry.ts";
import { type Apis, fetchRecord } from "./fetch-record.ts";
import { type FieldName, ISSUE, readForm } from "./form.ts";
import { suggestionOf } from "./source.ts";

/** An entry that was written, with the fields of the form that it does not use. */
export interface Suggested extends SuggestedEntry {
	unused: FieldName[];
}

/**
 * Writes the entry that an issue suggests into `papers/` and checks the collection with it.
 * An IssuesError tells all problems; an entry with a problem stays there for a person to look at.
 */
export async function runSuggestion(
	folder: ContentFolder,
	issue: { number: number; body: string },
	apis?: Apis,
): Promise<Suggested> {
	const topics = readTopics(folder);
	if (!topics.value) throw new IssuesError(topics.issues);
	const { form, issues } = readForm(issue.body);
	if (issues.length > 0) throw new IssuesError(issues);
	const { suggestion, issues: wrong } = suggestionOf(form, topics.value);
	if (!suggestion) throw new IssuesError(wrong);
	const { origin } = suggestion;
	const record = origin.kind === "text" ? origin : await fetchRecord(origin, apis);
	if ("issue" in record) throw new IssuesError([record.issue]);
	const { entry, issues: refused } = entryOf(
		// What an answer of an API has wrong, has no line of the issue but that of the identifier.
		{ text: record.text, line: origin.line },
		`issue-${issue.number}`,
		topics.value,
		suggestion.topics,
	);
	if (!entry) throw new IssuesError(refused);
	const file = path.posix.join(folder.papers, `${entry.id}.mdx`);
	const there = entryFiles(folder.papers).find(
		(other) => path.posix.basename(other) === `${entry.id}.mdx`,
	);
	if (there) {
		const message = `unexpected paper ${entry.id}, expected one that is not in the collection: ${there}`;
		const fix = "Open its page and choose “Improve it” where something is missing.";
		throw new IssuesError([{ file: ISSUE, line: origin.line, column: 1, message, fix }]);
	}
	writeWhole(file, entry.text);
	readContent(folder);
	return { ...entry, unused: suggestion.unused };
}
