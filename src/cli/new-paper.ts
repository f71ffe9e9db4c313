import type { ContentFolder } from "../entry/folder.ts";
import { entriesIn, KnownEntries } from "../import/known-entries.ts";
import { servicesFor } from "../import/lookup/client.ts";
import { type Given, readGiven } from "../import/lookup/given.ts";
import { type Identifier, keyOf, nameOf } from "../import/lookup/identifiers.ts";
import { lookUpAt } from "../import/lookup/look-up.ts";
import { searchTitle } from "../import/lookup/search.ts";
import { parseSource } from "../import/parse-source.ts";
import type { ListedPaper } from "../import/record.ts";
import type { Issue } from "../paper/issues.ts";

/** How messages name what a person gave. */
export const GIVEN = "what was given";

/** What was found for what a person gave. */
export interface Found {
	papers: ListedPaper[];
	/** Papers of which a person has to choose one. */
	choices: ListedPaper[];
	/** Files of entries that are there already. */
	existing: string[];
	/** What went wrong, each in a sentence, or with its place in what was given. */
	problems: (string | Issue)[];
	/** What a person may want to know. */
	notes: string[];
}

/** Finds the papers that a person names. `say` tells what takes time. */
export async function findPapers(
	given: string,
	folder: ContentFolder,
	say: (what: string) => void,
): Promise<Found> {
	const found: Found = { papers: [], choices: [], existing: [], problems: [], notes: [] };
	const read = readGiven(given);
	if (read.kind === "refused") found.problems.push(read.reason);
	if (read.kind === "identifiers") await lookUp(read.identifiers, folder, say, found);
	if (read.kind === "title") await search(read, folder, say, found);
	if (read.kind === "text") await readText(read.text, folder, say, found);
	return found;
}

async function lookUp(
	identifiers: readonly Identifier[],
	folder: ContentFolder,
	say: (what: string) => void,
	found: Found,
): Promise<void> {
	const open: Identifier[] = [];
	const known = new KnownEntries(entriesIn(folder));
	for (const identifier of identifiers) {
		const entry = known.named(identifier);
		if (entry === undefined) open.push(identifier);
		else found.existing.push(entry);
	}
	if (open.length === 0) return;
	say(`Looking up ${open.map(nameOf).join(", ")} …`);
	const answers = await lookUpAt(servicesFor(folder))(open);
	for (const identifier of open) {
		const answer = answers.get(keyOf(identifier));
		if (answer && "paper" in answer) {
			found.papers.push(answer.paper);
			if (answer.note) found.notes.push(answer.note);
		} else found.problems.push(`${nameOf(identifier)}: ${answer?.reason ?? "no answer"}`);
	}
}

async function search(
	{ title }: Extract<Given, { kind: "title" }>,
	folder: ContentFolder,
	say: (what: string) => void,
	found: Found,
): Promise<void> {
	say("Searching arXiv and Crossref for this title …");
	const { papers, failures } = await searchTitle(servicesFor(folder), title);
	found.choices.push(...papers);
	found.notes.push(...failures.map((failure) => `${failure}: its papers are not among these`));
	if (papers.length > 0) return;
	const reason =
		failures.length > 0
			? "The title could not be searched for everywhere. Try again later"
			: "Neither arXiv nor Crossref has a paper with such a title. Check its words";
	found.problems.push(`${reason}, or write the entry by hand (README, “One paper by hand”)`);
}

async function readText(
	text: string,
	folder: ContentFolder,
	say: (what: string) => void,
	found: Found,
): Promise<void> {
	const parsed = parseSource({ listing: GIVEN, file: GIVEN, bytes: Buffer.from(text) }, {});
	found.papers.push(...parsed.papers);
	found.notes.push(...parsed.notes);
	found.problems.push(...parsed.issues);
	for (const { line, title, reason } of parsed.rejections) {
		const message = `rejected “${title}”: ${reason}`;
		found.problems.push({ file: GIVEN, line, column: 1, message, fix: "" });
	}
	if (parsed.wanted) await lookUp(parsed.wanted, folder, say, found);
}
