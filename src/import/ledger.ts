import { compare } from "../paper/issues.ts";
import type { Outcome } from "./plan.ts";

/**
 * The account of an import: every record stands on one side and in one of the groups on the
 * other. `updated` and `merged` show only where there are some; fields that clash are counted
 * apart, since their records are counted already.
 */
export function ledger(outcomes: readonly Outcome[]): string {
	const count = (kind: Outcome["kind"]) =>
		outcomes.filter((outcome) => outcome.kind === kind).length;
	const some = (kind: "updated" | "merged") => (count(kind) > 0 ? [`${count(kind)} ${kind}`] : []);
	const groups = [
		`${count("created")} created`,
		...some("updated"),
		...some("merged"),
		`${count("unchanged")} unchanged`,
		`${count("kept")} kept (edited)`,
		`${count("rejected")} rejected`,
	];
	const clashes = clashesOf(outcomes).length;
	const apart = clashes > 0 ? `; ${clashes} ${clashes === 1 ? "clash" : "clashes"}` : "";
	return `${recordsCount(outcomes.length)} read = ${groups.join(" + ")}${apart}`;
}

function recordsCount(count: number): string {
	return count === 1 ? "1 record" : `${count} records`;
}

/** All clashes, in the order of their records. */
function clashesOf(outcomes: readonly Outcome[]) {
	return outcomes.flatMap((outcome) => (outcome.kind === "rejected" ? [] : outcome.clashes));
}

/** One line for each record that was not imported: place, title and reason. */
export function rejectionLines(outcomes: readonly Outcome[]): string[] {
	return inPlaces(outcomes).flatMap((outcome) =>
		outcome.kind === "rejected"
			? [line(outcome, `rejected “${outcome.title}”: ${outcome.reason}`)]
			: [],
	);
}

/** One line for each record that became part of the entry of another: place, title and file. */
export function mergeLines(outcomes: readonly Outcome[]): string[] {
	return inPlaces(outcomes).flatMap((outcome) =>
		outcome.kind === "merged"
			? [line(outcome, `merged “${outcome.title}” into ${outcome.file}`)]
			: [],
	);
}

/** One line for each field that a person and a source have both changed: its place in the entry, and the source. */
export function clashLines(outcomes: readonly Outcome[]): string[] {
	return inPlaces(outcomes).flatMap((outcome) =>
		outcome.kind === "rejected"
			? []
			: outcome.clashes.map(
					({ file, line, field }) =>
						`${file}:${line}:1 kept ${field} as it is, which ${outcome.listing}:${outcome.line} has changed too`,
				),
	);
}

function inPlaces(outcomes: readonly Outcome[]): Outcome[] {
	return [...outcomes].sort((a, b) => compare(a.listing, b.listing) || a.line - b.line);
}

function line({ listing, line }: Outcome, text: string): string {
	return `${listing}:${line}:1 ${text}`;
}
