import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
	type ContentFolder,
	readIfThere,
	readListings,
	readTopics,
} from "../entry/content-folder.ts";
import { readEntry } from "../entry/read.ts";
import { entryFiles } from "../entry/read-content.ts";
import { compare, type Issue, IssuesError } from "../paper/issues.ts";
import { papersCount, teaser } from "../paper/text.ts";
import { topicMatcher } from "../paper/topics.ts";
import { decodeSource } from "./decode.ts";
import { detectFormat } from "./detect.ts";
import { proposeEntry } from "./entry-of.ts";
import { type Outcome, type Proposal, planImport } from "./plan.ts";
import type { ListingFacts, ParsedListing } from "./record.ts";
import { writeWhole } from "./write.ts";

/** What an import did, for the edge to print. */
export interface ImportReport {
	outcomes: Outcome[];
	proposals: Proposal[];
	notes: string[];
}

/**
 * Imports listings into `papers/`: all of `sources/`, or the files named. With any
 * problem in any source nothing is written and an IssuesError tells all of them.
 */
export function runImport(folder: ContentFolder, files?: readonly string[]): ImportReport {
	const topics = readTopics(folder);
	const facts = readListings(folder);
	const issues: Issue[] = [...topics.issues, ...facts.issues];
	const notes: string[] = [];
	const proposals: Proposal[] = [];
	const rejected: Outcome[] = [];
	const matchTopics = topicMatcher(topics.value ?? []);

	for (const file of files ?? sourceFiles(folder)) {
		const listing = path.basename(file);
		const parsed = parseSource(file, facts.value?.[listing] ?? {});
		issues.push(...parsed.issues);
		notes.push(...[...parsed.notes, ...lossNotes(parsed)].map((note) => `${file}: ${note}`));
		for (const { line, title, reason } of parsed.rejections) {
			rejected.push({ kind: "rejected", listing: file, line, title, reason });
		}
		for (const paper of parsed.papers) {
			const entry = proposeEntry(paper, { listing, listed: parsed.listed }, matchTopics);
			proposals.push({
				listing: file,
				line: paper.title.line,
				title: teaser(paper.title.text, 60),
				entry,
			});
		}
	}
	if (issues.length > 0) throw new IssuesError(issues);

	const existing = existingFiles(folder);
	const fileOf = (id: string) => existing.get(id) ?? path.posix.join(folder.papers, `${id}.mdx`);
	const outcomes = [...planImport(proposals, fileOf, readIfThere), ...rejected];
	for (const outcome of outcomes) {
		if ("text" in outcome) writeWhole(outcome.file, outcome.text);
	}
	return { outcomes, proposals, notes };
}

function parseSource(file: string, facts: ListingFacts): ParsedListing {
	const failed = (issue: Issue): ParsedListing => ({
		papers: [],
		rejections: [],
		issues: [issue],
		notes: [],
	});
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(file);
	} catch (cause) {
		const reason = (cause as Error).message;
		const fix = "Check the name, and that it is a file that can be read.";
		const message = `unexpected failure to read the file (${reason}), expected a listing`;
		return failed({ file, line: 1, column: 1, message, fix });
	}
	const decoded = decodeSource(file, bytes);
	const issue = "issue" in decoded ? decoded.issue : undefined;
	const text = "issue" in decoded ? decoded.byPrograms : decoded.text;
	if (issue && text === undefined) return failed(issue);
	const detected = detectFormat(file, text ?? "");
	if (issue && !("format" in detected && detected.format.writtenByPrograms)) return failed(issue);
	if ("issue" in detected) return failed(detected.issue);
	const parsed = detected.format.parse(text ?? "", file, facts);
	return { ...(facts.listed ? { listed: facts.listed } : {}), ...parsed };
}

/** What entries cannot hold of a source's records, with counts. */
function lossNotes({ papers }: ParsedListing): string[] {
	const dates = papers.filter(({ partialDate }) => partialDate).length;
	const names = papers.filter(({ moreAuthors }) => moreAuthors).length;
	return [
		...(dates > 0
			? [
					`${papersCount(dates)} with a year or a month but no day of publication: an entry holds whole days, so the date is left out`,
				]
			: []),
		...(names > 0 ? [`${papersCount(names)} with more authors than the source names`] : []),
	];
}

/** Where the entry of an id is: also in a subfolder, and also under a new name, with the id as an alias. */
function existingFiles(folder: ContentFolder): Map<string, string> {
	const files = new Map<string, string>();
	for (const file of entryFiles(folder.papers)) {
		files.set(path.posix.basename(file, ".mdx"), file);
		const text = readIfThere(file) ?? "";
		if (!/^aliases:/m.test(text)) continue;
		for (const alias of readEntry(file, text).entry?.paper.aliases ?? []) {
			if (!files.has(alias)) files.set(alias, file);
		}
	}
	return files;
}

/** Listings in the order of their names; hidden files and `listings.yaml` are none. */
function sourceFiles(folder: ContentFolder): string[] {
	let names: string[];
	try {
		names = readdirSync(folder.sources);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
	return names
		.filter((name) => !name.startsWith(".") && name !== path.basename(folder.listings))
		.sort(compare)
		.map((name) => path.posix.join(folder.sources, name));
}
