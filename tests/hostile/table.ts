/** Where a hostile text is put. */
export type Where = "title" | "abstract" | "notes" | "front matter" | "file name" | "whole file";

/** A text that tries to run code, to reach the page as markup, or to hold up the build. */
export interface Hostile {
	where: Where;
	/** What it tries. */
	tries: string;
	text: string;
}

/** Rows of the table: texts of one kind, put at one place. */
export function rows(where: Where, tries: string, texts: readonly string[]): Hostile[] {
	return texts.map((text) => ({ where, tries, text }));
}

/** Written into a hostile text, does both things that prove that code has run. */
export const CODE =
	'(globalThis.canary=1,process.getBuiltinModule("fs").writeFileSync(process.env.OFFPRINT_CANARY||"canary","x"))';
