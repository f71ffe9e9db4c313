import { identityOf, mayBeSamePaper } from "../paper/same-paper.ts";
import type { ProposedEntry } from "./entry-of.ts";
import { type EntryFile, KnownEntries } from "./known-entries.ts";
import type { Clash } from "./merge.ts";
import type { Decision } from "./merge-field.ts";
import { mergeRecords, type RecordsOfPaper } from "./merge-records.ts";

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
		| { kind: "rejected"; reason: string }
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
}

/**
 * Decides about each proposal, given the entries that are there: all records of a paper go into
 * one entry, as `mergeEntry` has it, and the id of an entry never changes. `decision` settles
 * clashes. Importing what was planned and planning again changes nothing.
 */
export function planImport(
	proposals: readonly Proposal[],
	entries: readonly EntryFile[],
	newFile: (id: string) => string,
	decision?: Decision,
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
	const notes: string[] = [];
	const files: ChangedFile[] = [];
	for (const paper of papers.values()) {
		const merged = mergeRecords(paper, decision);
		notes.push(...merged.notes);
		const { file, before } = paper;
		if (merged.text !== before) files.push({ file, before, text: merged.text });
		for (const [at, outcome] of merged.outcomes) outcomes[at] = outcome;
	}
	return { outcomes, files, notes };
}

function claimOf({ source }: ProposedEntry, found: ReturnType<KnownEntries["find"]>): string[] {
	return found && "file" in found ? [`${source.listing}\n${found.file}`] : [];
}

function maySamePaper(a: Proposal, b: Proposal): boolean {
	return mayBeSamePaper(identityOf(a.entry.facts), identityOf(b.entry.facts));
}

function idTaken(id: string, other: string): string {
	return `has the id ${id}, as ${other} has, and is not known to be the same paper (a DOI or an arXiv id, or authors and venue, would tell)`;
}
