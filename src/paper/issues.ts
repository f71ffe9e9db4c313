import { printable } from "./printable.ts";

/**
 * A problem found in what a person or a source wrote. Functions of the core
 * return issues; only the edges print them and set an exit code.
 */
export interface Issue {
	/** The file as the reader knows it, relative to the working folder. */
	file: string;
	/** 1-based line of the problem; 1 when the whole file is meant. */
	line: number;
	/** 1-based column, counted in UTF-16 code units as editors do. */
	column: number;
	/** "unexpected X, expected Y", without full stop. */
	message: string;
	/** How to mend it, in one sentence. */
	fix: string;
}

/** `file:line:column message` with the fix on a line of its own. */
function formatIssue({ file, line, column, message, fix }: Issue): string {
	return `${printable(`${file}:${line}:${column} ${message}`)}\n    ${printable(fix)}`;
}

/** All problems at once, in the order of files, lines and columns, with a count at the end. */
function formatIssues(issues: readonly Issue[]): string {
	return [...issues.map(formatIssue), problemsCount(issues.length)].join("\n");
}

/** `1 problem`, `2 problems`. */
function problemsCount(count: number): string {
	return count === 1 ? "1 problem" : `${count} problems`;
}

/** Thrown at the edges when issues stop the work; `message` holds them all. */
export class IssuesError extends Error {
	override readonly name = "IssuesError";
	/** In the order of files, lines and columns. */
	readonly issues: readonly Issue[];

	constructor(issues: readonly Issue[]) {
		const sorted = [...issues].sort(
			(a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
		);
		super(formatIssues(sorted));
		this.issues = sorted;
		// The problem is in the content: where in the code it was found helps nobody.
		this.stack = "";
	}
}

/** Order of two strings by code units: the same on every machine and locale. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
