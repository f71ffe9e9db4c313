import { clashLines, rejectionLines } from "../import/ledger.ts";
import type { Clash } from "../import/merge.ts";
import type { Orphan } from "../import/orphans.ts";
import type { Outcome } from "../import/plan.ts";
import type { ImportReport } from "../import/run.ts";
import type { UnusableIssue } from "../import/unusable.ts";
import type { Issue } from "../paper/issues.ts";
import type { Change } from "./diff.ts";
import type { JsonDocument } from "./output.ts";

/** Every repair of a damaged text, what was left, and what became of each file: for `--verbose`. */
export function verboseLines({ outcomes, proposals }: ImportReport): string[] {
	const repairs = proposals.flatMap(({ listing, line, entry }) => [
		...entry.repairs.map(
			({ from, to, rule, line, column }) =>
				`${listing}:${line}:${column} ${JSON.stringify(from)} became ${JSON.stringify(to)} (${rule})`,
		),
		...entry.left.map(
			(macro) => `${listing}:${line}:1 left as it is: ${macro}, a macro of the authors`,
		),
	]);
	const files = outcomes.flatMap((outcome) =>
		outcome.kind === "rejected" ? [] : [`${outcome.kind} ${outcome.file}`],
	);
	return [...repairs, ...files];
}

/** More lines of one kind than this are counted. */
const FEW = 5;

/** What people are told of an import that went well, but for its account: on the standard error. */
export function warningLines(
	{ outcomes, strays, orphans, unusable }: ImportReport,
	verbose: boolean,
): string[] {
	const kinds = Map.groupBy(unusable, ({ file, field }) => `${file}\n${field}`);
	const values = [...kinds.values()].flatMap((issues) => {
		const lines = issues.map((issue) => `${issue.file}:${issue.line}:1 ${issue.message}`);
		return few(lines, verbose, `records without a usable ${issues[0]?.field}`);
	});
	const clashes = clashLines(outcomes);
	const lost = orphans.map(
		({ file, line, listings }) =>
			`${file}:${line}:1 unexpected entry that no source gives any more (${listings.join(", ")} did), expected a record of it`,
	);
	const end =
		"Delete the file where the paper is to go, or remove `source` and `otherSources` from it to keep it as one by hand.";
	const advice =
		"Mend the entry, or import again with -- --clashes ours (what the entry says stays, and is not asked about again) or --clashes theirs.";
	const passed = strays.map(
		({ file, line, column, message }) => `${file}:${line}:${column} passed over: ${message}`,
	);
	return [
		...few(passed, verbose, "files that were passed over"),
		...rejectionLines(outcomes),
		...values,
		...[...new Set(unusable.map(({ fix }) => fix))],
		...few(lost, verbose, "such entries"),
		...(lost.length > 0 ? [end] : []),
		...clashes,
		...(clashes.length > 0 ? [advice] : []),
	];
}

/** As many lines as people read, and how many more there are. */
function few(lines: readonly string[], all: boolean, what: string): string[] {
	if (all || lines.length <= FEW) return [...lines];
	const more = (lines.length - FEW).toLocaleString("en");
	return [...lines.slice(0, FEW), `… and ${more} more ${what} (all with -- --verbose or --json)`];
}

/** Each clash as a change from what the entry says to what the source says. */
export function clashDiffs({ outcomes }: ImportReport): Change[] {
	return clashesIn(outcomes).map(({ file, field, ours = "", theirs = "" }) => ({
		file: `${file} (${field})`,
		before: `${ours}\n`,
		text: `${theirs}\n`,
	}));
}

function clashesIn(outcomes: readonly Outcome[]): ClashInDocument[] {
	return outcomes.flatMap((outcome) =>
		outcome.kind === "rejected"
			? []
			: outcome.clashes.map((clash) => ({
					...clash,
					listing: outcome.listing,
					listingLine: outcome.line,
				})),
	);
}

/** One line for each source that is kept, or would be. */
export function copyLines({ copies }: ImportReport, dryRun: boolean): string[] {
	return copies.map(({ from, to, beside }) => {
		const kept = `${from} ${dryRun ? "would be" : "is"} kept as ${to}`;
		return beside
			? `${kept}, beside ${beside}, which is another (where it is a newer form of that, import it with -- --replace)`
			: kept;
	});
}

/** What `import --json` prints; with `problems` nothing was imported. Lines and columns are 1-based. */
export interface ImportDocument extends JsonDocument {
	command: "import";
	/** Records by what became of them: `read` is the sum of the others. All are 0 where there are problems. */
	counts: Record<string, number> & { read: number };
	/** One for each record: `kind`, the `file` of the entry, or why (`reason`) it has none; where it stands. */
	outcomes: OutcomeInDocument[];
	/** What entries cannot hold of the sources, and what was taken for granted. */
	notes: string[];
	/** What was mended in damaged texts. */
	repairs: {
		listing: string;
		line: number;
		column: number;
		from: string;
		to: string;
		rule: string;
	}[];
	/** Macros of the authors that were left as they are. */
	left: { listing: string; line: number; macro: string }[];
	/** Values that a person and a source have both changed: those of the person stand. */
	clashes: ClashInDocument[];
	/** Files in a folder that are no listings and were passed over. */
	strays: Issue[];
	/** What records say and no entry can hold, at the place of the record: it is imported without. */
	unusable: UnusableIssue[];
	/** Entries that no source gives any more, and the listings that did. */
	orphans: Orphan[];
	/** Sources from elsewhere that are kept in `sources/`. */
	copies: { from: string; to: string }[];
}

interface ClashInDocument extends Clash {
	/** The source's file, and the line at which its record begins. */
	listing: string;
	listingLine: number;
}

interface OutcomeInDocument {
	kind: Outcome["kind"];
	/** The entry's file. */
	file?: string;
	/** The source's file, and the line at which the record begins. */
	listing: string;
	line: number;
	title: string;
	/** Why the record was rejected. */
	reason?: string;
}

/** An import as a document for programs. */
export function importDocument(report: ImportReport, dryRun: boolean): ImportDocument {
	const { outcomes, proposals, notes, copies } = report;
	const kinds = ["created", "updated", "merged", "unchanged", "kept", "rejected"];
	const counts: ImportDocument["counts"] = { read: outcomes.length };
	for (const kind of kinds) counts[kind] = 0;
	for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
	return {
		version: 1,
		command: "import",
		dryRun,
		counts,
		outcomes: outcomes.map((outcome) => {
			const { kind, listing, line, title } = outcome;
			const result =
				outcome.kind === "rejected" ? { reason: outcome.reason } : { file: outcome.file };
			return { kind, ...result, listing, line, title };
		}),
		notes,
		repairs: proposals.flatMap(({ listing, entry }) =>
			entry.repairs.map(({ line, column, from, to, rule }) => ({
				listing,
				line,
				column,
				from,
				to,
				rule,
			})),
		),
		left: proposals.flatMap(({ listing, line, entry }) =>
			entry.left.map((macro) => ({ listing, line, macro })),
		),
		clashes: clashesIn(outcomes),
		strays: report.strays,
		unusable: report.unusable,
		orphans: report.orphans,
		copies: copies.map(({ from, to }) => ({ from, to })),
		problems: [],
	};
}

/** An import that stopped because of problems. */
export function refusedDocument(problems: readonly Issue[], dryRun: boolean): ImportDocument {
	const nothing: ImportReport = {
		outcomes: [],
		files: [],
		proposals: [],
		notes: [],
		copies: [],
		strays: [],
		orphans: [],
		unusable: [],
		asked: false,
	};
	return { ...importDocument(nothing, dryRun), problems: [...problems] };
}
