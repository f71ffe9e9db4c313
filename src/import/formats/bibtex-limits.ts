/** Braces nest five deep in what people write; the parser takes seconds where they nest 300 deep. */
const MAX_DEPTH = 30;

/**
 * Words and signs of an entry. 5,000 authors have 50,000 together; of more in one field the
 * parser’s time grows with the square: 1 s for 60,000, 8 s for 96,000.
 */
const MAX_PIECES = 60_000;

/** What the parser is given of a text, and why it is not given the rest. */
export interface Readable {
	text: string;
	/** Where each part begins that is left out, and what is wrong with it. */
	refused: ReadonlyMap<number, string>;
}

/**
 * A text without its parts that would take the parser too long. A part begins at each of `starts`,
 * in their order; what stands before the first is one, at 0.
 */
export function readableParts(text: string, starts: readonly number[]): Readable {
	const refused = new Map<number, string>();
	const parts = [0, ...starts].map((start, index) => {
		const part = text.slice(start, starts[index] ?? text.length);
		const problem = problemOf(part);
		if (!problem) return part;
		refused.set(start, problem);
		return "";
	});
	return { text: parts.join(""), refused };
}

function problemOf(part: string): string | undefined {
	if (depthOf(part) > MAX_DEPTH) return `braces nested more than ${MAX_DEPTH} deep`;
	if (piecesIn(part) > MAX_PIECES) {
		return `an entry of more than ${MAX_PIECES.toLocaleString("en")} words and signs`;
	}
	return undefined;
}

function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const [mark] of text.matchAll(/\\[\s\S]|[{}]/g)) {
		if (mark === "{") deepest = Math.max(deepest, ++depth);
		else if (mark === "}") depth = Math.max(0, depth - 1);
	}
	return deepest;
}

/** Of a short text no more than its length, which is not counted. */
function piecesIn(text: string): number {
	if (text.length <= MAX_PIECES) return 0;
	return text.match(/[\p{L}\p{N}]+|\s+|\S/gu)?.length ?? 0;
}
