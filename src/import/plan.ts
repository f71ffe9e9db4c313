import { lineOf } from "../entry/yaml-places.ts";
import { identityOf, mayBeSamePaper } from "../paper/same-paper.ts";
import type { ProposedEntry } from "./entry-of.ts";
import { type EntryFile, KnownEntries } from "./known-entries.ts";
import type { Clash } from "./merge.ts";
import type { Decision } from "./merge-field.ts";
import { mergeRecords, type RecordsOfPaper } from "./merge-records.ts";
import { type Orphan, orphansAmong } from "./orphans.ts";

/** Where a record stands, and the first words of its title. */
interface RecordPlace {
	listing: string;
	line: number;
	title: string;
}

/** A proposed entry, with the place of its record for messages. */
export interface Proposal extends RecordPlace {
	entry: ProposedEntry;
}

/**
 * What becomes of one record:
 * - `created`: a paper that no entry had;
 * - `updated`: its entry follows what changed at the source;
 * - `merged`: it becomes part of the entry that another record of the same paper has;
 * - `unchanged`: there is nothing to do;
 * - `kept`: its entry says something else, as a person wrote it, and stays;
 * - `rejected`: it cannot become an entry.
 *
 * With `text` the file changes: from `before`, where there was one. Where several records
 * change one file, each tells its part.
 */
export type Outcome = RecordPlace &
	(
		| { kind: "created"; file: string; before?: undefined; text: string; clashes: Clash[] }
		| { kind: "updated" | "merged"; file: string; before: string; text: string; clashes: Clash[] }
		| { kind: "merged" | "unchanged" | "kept"; file: string; clashes: Clash[] }
		| { kind: "rejected"; reason: string; key?: string }
	);

/** A file that an import changes, or creates where there is no `before`. */
export interface ChangedFile {
	file: string;
	before: string | undefined;
	text: string;
}

/** What an import would do. */
export interface Plan {
	/** One for each proposal, in their order. */
	outcomes: Outcome[];
	/** What all records together make of the entries; those that stay are left out. */
	files: ChangedFile[];
	/** Entries that were left as they are, and why. */
	notes: string[];
	/** Entries that no source gives any more; none where nothing is known of what listings would tell. */
	orphans: Orphan[];
}

/** What else an import knows of its sources. */
export interface Told {
	/** See `Seen` in `orphans.ts`. */
	wouldTell(listing: string): boolean;
	/** Entries that listings give, and no proposal tells of. */
	given: readonly { listing: string; file: string }[];
	/** {@link claim}s of listings on the keys of records that cannot be imported. */
	rejected: ReadonlySet<string>;
}

/** A listing together with an entry that it gives, or a key of its own. */
export function claim(listing: string, what: string): string {
	return `${listing}\n${what}`;
}

/**
 * Decides about each proposal, given the entries that are there: all records of a paper go into
 * one entry, as `mergeEntry` has it, and the id of an entry never changes. `decision` settles
 * clashes, `told` says which listings no longer give an entry. Importing what was planned and
 * planning again changes nothing.
 */
export function planImport(
	proposals: readonly Proposal[],
	entries: readonly EntryFile[],
	newFile: (id: string) => string,
	decision?: Decision,
	told?: Told,
): Plan {
	const known = new KnownEntries(entries);
	const texts = new Map(entries.map(({ file, text }) => [file, text]));
	const papers = new Map<string, RecordsOfPaper>();
	const firsts = new Map<string, Proposal>();
	const outcomes: Outcome[] = [];
	let claims: Set<string> | undefined;
	/** Where a key leads, unless another record of the listing is that paper for better reasons. */
	const calledTheSame = ({ entry }: Proposal) => {
		const found = known.calledAlike(entry);
		if (!found) return undefined;
		claims ??= new Set(proposals.flatMap(({ entry }) => claimOf(entry, known.find(entry))));
		return claimOf(entry, found).some((claim) => claims?.has(claim)) ? undefined : found;
	};
	for (const [at, proposal] of proposals.entries()) {
		const { listing, line, title, entry } = proposal;
		const found = known.find(entry) ?? calledTheSame(proposal);
		const first = firsts.get(entry.id);
		const taken =
			first && !maySamePaper(first, proposal)
				? `${first.listing}:${first.line}`
				: found && "taken" in found && found.taken;
		if (taken) {
			outcomes[at] = { kind: "rejected", listing, line, title, reason: idTaken(entry.id, taken) };
			continue;
		}
		if (!first) firsts.set(entry.id, proposal);
		const file = found && "file" in found ? found.file : newFile(entry.id);
		const paper = papers.get(file) ?? { file, before: texts.get(file), records: [] };
		papers.set(file, paper);
		paper.records.push({ proposal, at });
		known.add(entry, file);
	}
	const given = new Set(told?.given.map(({ listing, file }) => claim(listing, file)));
	for (const { file, records } of papers.values()) {
		for (const { proposal } of records) given.add(claim(proposal.entry.source.listing, file));
	}
	const seen = told && {
		wouldTell: told.wouldTell,
		gives: (listing: string, file: string) =>
			given.has(claim(listing, file)) ||
			known.keysOf(file, listing).some((key) => told.rejected.has(claim(listing, key))),
	};
	const notes: string[] = [];
	const files: ChangedFile[] = [];
	for (const paper of papers.values()) {
		const merged = mergeRecords(paper, decision, seen);
		notes.push(...merged.notes);
		const { file, before } = paper;
		if (merged.text !== before) files.push({ file, before, text: merged.text });
		for (const [at, outcome] of merged.outcomes) outcomes[at] = outcome;
	}
	// A listing that gives it for the first time is not in the entry yet.
	const alive = new Set([...papers.keys(), ...(told?.given ?? []).map(({ file }) => file)]);
	const orphans = seen
		? orphansAmong(known.sources, seen).filter(({ file }) => !alive.has(file))
		: [];
	return {
		outcomes,
		files,
		notes,
		orphans: orphans.map((orphan) => ({
			...orphan,
			line: lineOf(texts.get(orphan.file) ?? "", ["source"]),
		})),
	};
}

function claimOf({ source }: ProposedEntry, found: ReturnType<KnownEntries["find"]>): string[] {
	return found && "file" in found ? [claim(source.listing, found.file)] : [];
}

function maySamePaper(a: Proposal, b: Proposal): boolean {
	return mayBeSamePaper(identityOf(a.entry.facts), identityOf(b.entry.facts));
}

function idTaken(id: string, other: string): string {
	return `has the id ${id}, as ${other} has, and is not known to be the same paper (a DOI or an arXiv id, or authors and venue, would tell)`;
}
