import type { Issue } from "../paper/issues.ts";
import { teaser } from "../paper/text.ts";

/** A value of a record that no entry can hold: the entry goes without it. */
export interface Unusable {
	/** What it should be, as people call it. */
	field: "DOI" | "arXiv id" | "date" | "language" | "address";
	/** As the source has it, made plain. */
	found: string;
}

const EXPECTED: Record<Unusable["field"], string> = {
	DOI: "one such as 10.1000/owls",
	"arXiv id": "one such as 2301.00001",
	date: "one such as 2024-05-31, 2024-05 or 2024",
	language: "one such as en, pt-BR or german",
	address: "one that begins with https:// or http://",
};

/** An {@link Unusable} as a problem, and what it is about. */
export type UnusableIssue = Issue & Pick<Unusable, "field">;

/** An {@link Unusable} at the place of its record. */
export function unusableIssue(
	{ field, found }: Unusable,
	{ file, line, title }: { file: string; line: number; title: string },
): UnusableIssue {
	return {
		field,
		file,
		line,
		column: 1,
		message: `unexpected ${field} ${JSON.stringify(teaser(found, 60))} of “${title}”, expected ${EXPECTED[field]}`,
		fix: "Each paper is imported without: correct the source, or the entry.",
	};
}
