import { compare } from "../paper/issues.ts";
import { isAsImported, type ProposedEntry } from "./entry-of.ts";

/** What becomes of one record. */
export type Outcome =
	| { kind: "created" | "updated"; file: string; text: string }
	| { kind: "unchanged" | "kept"; file: string }
	| { kind: "rejected"; listing: string; line: number; title: string; reason: string };

/** A proposed entry, with the place of its record for messages. */
export interface Proposal {
	listing: string;
	line: number;
	title: string;
	entry: ProposedEntry;
}

/**
 * Decides about each proposal, given the entries that are there. A missing entry
 * is created; one that a person has edited is kept as it is; one that nobody has
 * touched follows its source. The second record of a paper is rejected.
 */
export function planImport(
	proposals: readonly Proposal[],
	fileOf: (id: string) => string,
	existing: (file: string) => string | undefined,
): Outcome[] {
	const first = new Map<string, Proposal>();
	return proposals.map((proposal): Outcome => {
		const { listing, line, title, entry } = proposal;
		const before = first.get(entry.id);
		if (before) {
			const reason = `has the id ${entry.id} of the paper at ${before.listing}:${before.line}`;
			return { kind: "rejected", listing, line, title, reason };
		}
		first.set(entry.id, proposal);
		const file = fileOf(entry.id);
		const text = existing(file);
		if (text === undefined) return { kind: "created", file, text: entry.text };
		if (text.replace(/\r\n?/g, "\n") === entry.text) return { kind: "unchanged", file };
		if (!isAsImported(text)) return { kind: "kept", file };
		return { kind: "updated", file, text: entry.text };
	});
}

/**
 * The account of an import: every record stands on one side and in one of the
 * groups on the other. `updated` shows only where there are some.
 */
export function ledger(outcomes: readonly Outcome[]): string {
	const count = (kind: Outcome["kind"]) =>
		outcomes.filter((outcome) => outcome.kind === kind).length;
	const updated = count("updated");
	const groups = [
		`${count("created")} created`,
		...(updated > 0 ? [`${updated} updated`] : []),
		`${count("unchanged")} unchanged`,
		`${count("kept")} kept (edited)`,
		`${count("rejected")} rejected`,
	];
	const noun = outcomes.length === 1 ? "record" : "records";
	return `${outcomes.length} ${noun} read = ${groups.join(" + ")}`;
}

/** One line for each record that was not imported: place, title and reason. */
export function rejectionLines(outcomes: readonly Outcome[]): string[] {
	return outcomes
		.flatMap((outcome) => (outcome.kind === "rejected" ? [outcome] : []))
		.sort((a, b) => compare(a.listing, b.listing) || a.line - b.line)
		.map(
			({ listing, line, title, reason }) => `${listing}:${line}:1 rejected “${title}”: ${reason}`,
		);
}
