import path from "node:path";
import {
	type ContentFolder,
	readIfThere,
	readListings,
	readTopics,
} from "../entry/content-folder.ts";
import { readEntry } from "../entry/read.ts";
import { entryFiles } from "../entry/read-content.ts";
import { type Issue, IssuesError } from "../paper/issues.ts";
import { teaser } from "../paper/text.ts";
import { topicMatcher } from "../paper/topics.ts";
import { entryByHand } from "./by-hand.ts";
import { proposeEntry } from "./entry-of.ts";
import { servicesFor } from "./lookup/client.ts";
import { keysOf } from "./lookup/identifiers.ts";
import { linkedEntries } from "./lookup/linked-entries.ts";
import { type LookUp, lookUpAt } from "./lookup/look-up.ts";
import { lookUpWanted, type WantedRecord } from "./lookup/wanted.ts";
import { parseSource } from "./parse-source.ts";
import { type Outcome, type Proposal, planImport } from "./plan.ts";
import type { ListedPaper } from "./record.ts";
import { type ReadSources, sourcesOf } from "./sources.ts";
import { writeWhole } from "./write.ts";

/** What an import did, or would do, for the edge to print. */
export interface ImportReport {
	outcomes: Outcome[];
	proposals: Proposal[];
	notes: string[];
}

/** How to import. */
export interface ImportOptions {
	/** All of `sources/` where left out. */
	sources?: ReadSources;
	/** Papers of no source, in place of those of the sources: see {@link entryByHand}. */
	papers?: readonly ListedPaper[];
	/** Topics of these papers, in place of those that their texts suggest. */
	topicIds?: readonly string[] | undefined;
	/** Nothing is written. */
	dryRun?: boolean;
	/** Looks up papers that a source only names; at arXiv and Crossref where left out. */
	lookUp?: LookUp | undefined;
	/** Looks up papers that have an entry too, to bring it up to date. */
	refresh?: boolean;
}

/**
 * Imports listings into `papers/`. With any problem in any source nothing is written and
 * an IssuesError tells all of them.
 */
export async function runImport(
	folder: ContentFolder,
	{
		papers,
		topicIds,
		sources = papers ? { sources: [], issues: [] } : sourcesOf(folder),
		dryRun = false,
		refresh = false,
		lookUp = (identifiers) => lookUpAt(servicesFor(folder), refresh)(identifiers),
	}: ImportOptions = {},
): Promise<ImportReport> {
	const topics = readTopics(folder);
	const facts = readListings(folder);
	const issues: Issue[] = [...topics.issues, ...facts.issues, ...sources.issues];
	const notes: string[] = [];
	const proposals: Proposal[] = [];
	const rejected: Outcome[] = [];
	const wanted: WantedRecord[] = [];
	const named: Outcome[] = [];
	const held = new Map<string, string>();
	const matchTopics = topicMatcher(topics.value ?? []);

	for (const source of sources.sources) {
		const { listing, file } = source;
		const parsed = parseSource(source, facts.value?.[listing] ?? {});
		issues.push(...parsed.issues);
		notes.push(...parsed.notes);
		for (const { line, title, reason } of parsed.rejections) {
			rejected.push({ kind: "rejected", listing: file, line, title, reason });
		}
		const { listed } = parsed;
		for (const paper of parsed.papers) propose(paper, { listing, file, listed });
		for (const record of parsed.wanted ?? []) wanted.push({ ...record, listing, file, listed });
	}
	if (issues.length > 0) throw new IssuesError(issues);

	const existing = existingFiles(folder);
	if (wanted.length > 0) {
		const known = { held, existing, linked: linkedEntries(folder) };
		const found = await lookUpWanted(wanted, known, lookUp, refresh);
		for (const { paper, record } of found.papers) propose(paper, record);
		named.push(...found.outcomes);
		notes.push(...found.notes);
	}
	for (const paper of papers ?? []) {
		const entry = entryByHand(paper, topicIds ? () => [...topicIds] : matchTopics);
		const title = teaser(paper.title.text, 60);
		proposals.push({ listing: "what was given", line: paper.title.line, title, entry });
	}
	const fileOf = (id: string) => existing.get(id) ?? path.posix.join(folder.papers, `${id}.mdx`);
	const outcomes = [...planImport(proposals, fileOf, readIfThere), ...named, ...rejected];
	for (const outcome of dryRun ? [] : outcomes) {
		if ("text" in outcome) writeWhole(outcome.file, outcome.text);
	}
	return { outcomes, proposals, notes };

	function propose(paper: ListedPaper, source: Pick<WantedRecord, "listing" | "file" | "listed">) {
		const { listing, file, listed } = source;
		const { line } = paper.title;
		const entry = proposeEntry(paper, { listing, listed }, matchTopics);
		proposals.push({ listing: file, line, title: teaser(paper.title.text, 60), entry });
		for (const key of keysOf(paper)) if (!held.has(key)) held.set(key, `${file}:${line}`);
	}
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
