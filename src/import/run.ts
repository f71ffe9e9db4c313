import path from "node:path";
import {
	type ContentFolder,
	readIfThere,
	readListings,
	readTopics,
} from "../entry/content-folder.ts";
import { entryFiles } from "../entry/read-content.ts";
import { type Issue, IssuesError } from "../paper/issues.ts";
import { teaser } from "../paper/text.ts";
import { topicMatcher } from "../paper/topics.ts";
import { type Copy, keepSources } from "./copies.ts";
import { proposeEntry } from "./entry-of.ts";
import type { EntryFile } from "./known-entries.ts";
import type { Decision } from "./merge-field.ts";
import { parseSource } from "./parse-source.ts";
import { type ChangedFile, type Outcome, type Proposal, planImport } from "./plan.ts";
import { type ReadSources, sourcesOf } from "./sources.ts";
import { writeWhole } from "./write.ts";

/** What an import did, or would do, for the edge to print. */
export interface ImportReport {
	outcomes: Outcome[];
	files: ChangedFile[];
	proposals: Proposal[];
	notes: string[];
	/** Sources from elsewhere, and where they are kept. */
	copies: Copy[];
}

/** How to import. */
export interface ImportOptions {
	/** All of `sources/` where left out. */
	sources?: ReadSources;
	/** Name of the single source in `sources/`, in place of its file's. */
	name?: string | undefined;
	/** Nothing is written. */
	dryRun?: boolean;
	/** Settles every field that a person and a source have both changed; left out, it stays and is told. */
	decision?: Decision | undefined;
	/** Told how far the work is: `done` of `total`. */
	onProgress?: (work: "read" | "planned" | "written", done: number, total: number) => void;
}

/**
 * Imports listings into `papers/`. With any problem in any source nothing is written and
 * an IssuesError tells all of them.
 */
export async function runImport(
	folder: ContentFolder,
	{
		sources: read = sourcesOf(folder),
		name,
		dryRun = false,
		decision,
		onProgress,
	}: ImportOptions = {},
): Promise<ImportReport> {
	const topics = readTopics(folder);
	const facts = readListings(folder);
	const issues: Issue[] = [...topics.issues, ...facts.issues, ...read.issues];
	const notes: string[] = [];
	const proposals: Proposal[] = [];
	const rejected: Outcome[] = [];
	const matchTopics = topicMatcher(topics.value ?? []);
	const { sources, copies } = keepSources(folder, read.sources, name);
	const stated = new Map(Object.entries(facts.value ?? {}));

	for (const [at, source] of sources.entries()) {
		const { listing, file } = source;
		onProgress?.("read", at, sources.length);
		const parsed = parseSource(source, stated.get(listing) ?? {});
		issues.push(...parsed.issues);
		notes.push(...parsed.notes);
		for (const { line, title, reason } of parsed.rejections) {
			rejected.push({ kind: "rejected", listing: file, line, title, reason });
		}
		for (const [done, paper] of parsed.papers.entries()) {
			onProgress?.("planned", done, parsed.papers.length);
			const entry = proposeEntry(paper, { listing, listed: parsed.listed }, matchTopics);
			const title = teaser(paper.title.text, 60);
			proposals.push({ listing: file, line: paper.title.line, title, entry });
		}
	}
	if (issues.length > 0) throw new IssuesError(issues);

	const newFile = (id: string) => path.posix.join(folder.papers, `${id}.mdx`);
	const plan = planImport(proposals, entriesIn(folder), newFile, decision);
	// First the sources: an entry never names one that is not there.
	for (const { to, bytes } of dryRun ? [] : copies) writeWhole(to, bytes);
	for (const [done, { file, text }] of dryRun ? [] : plan.files.entries()) {
		onProgress?.("written", done, plan.files.length);
		writeWhole(file, text);
	}
	const outcomes = [...plan.outcomes, ...rejected];
	return { outcomes, files: plan.files, proposals, notes: [...notes, ...plan.notes], copies };
}

function entriesIn(folder: ContentFolder): EntryFile[] {
	return entryFiles(folder.papers).map((file) => ({ file, text: readIfThere(file) ?? "" }));
}
