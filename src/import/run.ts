import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readListings, readTopics } from "../entry/content-folder.ts";
import type { ContentFolder } from "../entry/folder.ts";
import { type Issue, IssuesError } from "../paper/issues.ts";
import { teaser } from "../paper/text.ts";
import { topicMatcher } from "../paper/topics.ts";
import { entryByHand } from "./by-hand.ts";
import { type Copy, keepSources } from "./copies.ts";
import { type Gathered, gather, proposal } from "./gather.ts";
import { entriesIn, KnownEntries } from "./known-entries.ts";
import { servicesFor } from "./lookup/client.ts";
import { type LookUp, lookUpAt } from "./lookup/look-up.ts";
import { lookUpWanted } from "./lookup/wanted.ts";
import type { Decision } from "./merge-field.ts";
import { isSuggestion, type Orphan } from "./orphans.ts";
import {
	type ChangedFile,
	claim,
	type Outcome,
	type Proposal,
	planImport,
	type Told,
} from "./plan.ts";
import type { ListedPaper } from "./record.ts";
import { type ReadSources, type Source, sourcesOf } from "./sources.ts";
import type { UnusableIssue } from "./unusable.ts";
import { writeAll, writeWhole } from "./write.ts";

/** What an import did, or would do, for the edge to print. */
export interface ImportReport {
	outcomes: Outcome[];
	files: ChangedFile[];
	proposals: Proposal[];
	notes: string[];
	/** Sources from elsewhere, and where they are kept. */
	copies: Copy[];
	/** Files in a folder that are no listings: the others are imported. */
	strays: Issue[];
	/** Entries that no source gives any more. */
	orphans: Orphan[];
	/** What records say and no entry can hold: their papers are imported without it. */
	unusable: UnusableIssue[];
	/** Whether sources only name papers: what services say of them may be another thing each time. */
	asked: boolean;
}

/** How to import. */
export interface ImportOptions {
	/** All of `sources/` where left out. */
	sources?: ReadSources;
	/** Name of the single source in `sources/`, in place of its file's. */
	name?: string | undefined;
	/** A source from elsewhere takes the place of the one of its name in `sources/`. */
	replace?: boolean;
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
		papers,
		topicIds,
		sources: read = papers ? { sources: [], issues: [] } : sourcesOf(folder),
		name,
		replace = false,
		dryRun = false,
		refresh = false,
		lookUp = (identifiers) =>
			lookUpAt(servicesFor(folder), refresh ? "refresh" : "once")(identifiers),
		decision,
		onProgress,
	}: ImportOptions = {},
): Promise<ImportReport> {
	const topics = readTopics(folder);
	const facts = readListings(folder);
	const matchTopics = topicMatcher(topics.value ?? []);
	const { sources, ...kept } = keepSources(folder, read.sources, { name, replace });
	const stated = new Map(Object.entries(facts.value ?? {}));
	const gathered = gather(sources, stated, matchTopics, onProgress);
	const { proposals, wanted, held, rejected, notes } = gathered;
	const issues = [...topics.issues, ...facts.issues, ...read.issues, ...gathered.issues];
	if (issues.length > 0) throw new IssuesError(issues);

	const strays = new Set(gathered.strays.map(({ file }) => file));
	const copies = kept.copies.filter(({ from }) => !strays.has(from));

	const entries = entriesIn(folder);
	const known = new KnownEntries(wanted.length > 0 ? entries : []);
	const named: Outcome[] = [];
	if (wanted.length > 0) {
		const found = await lookUpWanted(wanted, held, known, lookUp, refresh);
		for (const { paper, record } of found.papers) {
			proposals.push(proposal(paper, record, matchTopics));
		}
		named.push(...found.outcomes);
		notes.push(...found.notes);
	}
	for (const paper of papers ?? []) {
		const entry = entryByHand(paper, topicIds ? () => [...topicIds] : matchTopics);
		const title = teaser(paper.title.text, 60);
		proposals.push({ listing: "what was given", line: paper.title.line, title, entry });
	}
	const newFile = (id: string) => path.posix.join(folder.papers, `${id}.mdx`);
	const told = papers ? undefined : toldBy(folder, sources, gathered, known);
	const plan = planImport(proposals, entries, newFile, decision, told);
	// First the sources: an entry never names one that is not there.
	for (const { to, bytes } of dryRun ? [] : copies) writeWhole(to, bytes);
	if (!dryRun) {
		await writeAll(plan.files, (done) => onProgress?.("written", done, plan.files.length));
	}
	const outcomes = [...plan.outcomes, ...named, ...rejected];
	const { files, orphans } = plan;
	return {
		outcomes,
		files,
		proposals,
		notes: [...notes, ...plan.notes],
		copies,
		strays: gathered.strays,
		orphans,
		unusable: gathered.unusable,
		asked: wanted.length > 0,
	};
}

/** What sources have told, and would have told, of the entries that they give. */
function toldBy(
	folder: ContentFolder,
	sources: readonly Source[],
	{ wanted, rejected, strays }: Pick<Gathered, "wanted" | "rejected" | "strays">,
	known: KnownEntries,
): Told {
	const listings = new Map(sources.map(({ file, listing }) => [file, listing]));
	for (const { file } of strays) listings.delete(file);
	const read = new Set(listings.values());
	const there = new Set(existsSync(folder.sources) ? readdirSync(folder.sources) : []);
	return {
		wouldTell: (listing) => !isSuggestion(listing) && (read.has(listing) || !there.has(listing)),
		given: wanted.flatMap((record) => {
			const file = known.named(record);
			return file === undefined ? [] : [{ listing: record.listing, file }];
		}),
		rejected: new Set(
			rejected.flatMap((outcome) => {
				const key = outcome.kind === "rejected" ? outcome.key : undefined;
				return key === undefined ? [] : [claim(listings.get(outcome.listing) ?? "", key)];
			}),
		),
	};
}
