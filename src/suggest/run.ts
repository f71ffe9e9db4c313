import path from "node:path";
import { readTopics } from "../entry/content-folder.ts";
import { type ContentFolder, entryFiles } from "../entry/folder.ts";
import { readContent } from "../entry/read-content.ts";
import { servicesFor } from "../import/lookup/client.ts";
import { keyOf, nameOf } from "../import/lookup/identifiers.ts";
import { type LookUp, lookUpAt } from "../import/lookup/look-up.ts";
import { writeWhole } from "../import/write.ts";
import { IssuesError } from "../paper/issues.ts";
import { entryOf, entryOfRecord, type SuggestedEntry, type Suggester } from "./entry.ts";
import { type FieldName, ISSUE, readForm } from "./form.ts";
import { type Origin, suggestionOf } from "./source.ts";

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
	lookUp: LookUp = (identifiers) => lookUpAt(servicesFor(folder))(identifiers),
): Promise<Suggested> {
	const topics = readTopics(folder);
	if (!topics.value) throw new IssuesError(topics.issues);
	const { form, issues } = readForm(issue.body);
	if (issues.length > 0) throw new IssuesError(issues);
	const { suggestion, issues: wrong } = suggestionOf(form, topics.value);
	if (!suggestion) throw new IssuesError(wrong);
	const { origin } = suggestion;
	const suggester: Suggester = {
		listing: `issue-${issue.number}`,
		all: topics.value,
		chosen: suggestion.topics,
	};
	const { entry, issues: refused } =
		origin.kind === "text"
			? entryOfRecord(origin, suggester)
			: await entryOfIdentifier(origin, suggester, lookUp);
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

/** The entry of the paper that arXiv or Crossref know by this identifier. */
async function entryOfIdentifier(
	{ kind, id, line }: Exclude<Origin, { kind: "text" }>,
	suggester: Suggester,
	lookUp: LookUp,
): Promise<ReturnType<typeof entryOf>> {
	const identifier = { kind, id };
	const answer = (await lookUp([identifier])).get(keyOf(identifier));
	if (answer && "paper" in answer) {
		return entryOf(answer.paper, line, suggester, answer.note ? [answer.note] : []);
	}
	const message = `unexpected answer about ${nameOf(identifier)}, expected its record: ${answer?.reason ?? "there was none"}`;
	const fix =
		"Check the identifier; or paste a record, or fill in the title and what belongs to it.";
	return { issues: [{ file: ISSUE, line, column: 1, message, fix }] };
}
