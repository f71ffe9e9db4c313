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
import { type Copy, keepSources } from "./copies.ts";
import { proposeEntry } from "./entry-of.ts";
import { parseSource } from "./parse-source.ts";
import { type Outcome, type Proposal, planImport } from "./plan.ts";
import { type ReadSources, sourcesOf } from "./sources.ts";
import { writeWhole } from "./write.ts";

/** What an import did, or would do, for the edge to print. */
export interface ImportReport {
	outcomes: Outcome[];
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
	/** Told how far the work is: `done` of `total`. */
	onProgress?: (work: "read" | "planned" | "written", done: number, total: number) => void;
}

/**
 * Imports listings into `papers/`. With any problem in any source nothing is written and
 * an IssuesError tells all of them.
 */
export async function runImport(
	folder: ContentFolder,
	{ sources: read = sourcesOf(folder), name, dryRun = false, onProgress }: ImportOptions = {},
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

	const existing = existingFiles(folder);
	const fileOf = (id: string) => existing.get(id) ?? path.posix.join(folder.papers, `${id}.mdx`);
	const outcomes = [...planImport(proposals, fileOf, readIfThere), ...rejected];
	// First the sources: an entry never names one that is not there.
	for (const { to, bytes } of dryRun ? [] : copies) writeWhole(to, bytes);
	for (const [done, outcome] of dryRun ? [] : outcomes.entries()) {
		onProgress?.("written", done, outcomes.length);
		if ("text" in outcome) writeWhole(outcome.file, outcome.text);
	}
	return { outcomes, proposals, notes, copies };
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
