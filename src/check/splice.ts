/** A stretch of a text, by offsets, and what comes in its place; `mended` says so to people. */
export interface Splice {
	start: number;
	end: number;
	text: string;
	mended: string;
}

/** The text with each stretch replaced; all else stays byte for byte. Stretches do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
	let result = "";
	let at = 0;
	for (const { start, end, text: piece } of [...splices].sort((a, b) => a.start - b.start)) {
		result += text.slice(at, start) + piece;
		at = end;
	}
	return result + text.slice(at);
}

/** The line of an offset, 1-based. */
export function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split("\n").length;
}
