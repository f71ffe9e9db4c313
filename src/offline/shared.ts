import { concat, pushNumber } from "./bytes.ts";

/** A paper in a list, or an item of a list: what pages repeat of each other. */
const PIECE = /<article class="paper-item".*?<\/article>|<li[ >].*?<\/li>/gs;

/** A shorter piece costs less within its page than a reference, once all is compressed. */
const SHORTEST = 160;

const utf8 = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The pieces of HTML that stand more than once in all of `pages`, in the order in which they are met. */
export function sharedPieces(pages: Iterable<string>): Set<string> {
	const met = new Set<number>();
	const shared = new Set<string>();
	for (const page of pages) {
		for (const [piece] of page.matchAll(PIECE)) {
			if (piece.length < SHORTEST) continue;
			const sum = checkSum(piece);
			if (!met.has(sum)) met.add(sum);
			// A part of a text keeps the whole of it in memory: what is kept is a copy.
			else if (!shared.has(piece)) shared.add(decoder.decode(utf8.encode(piece)));
		}
	}
	return shared;
}

/** The length and FNV-1a: where two pieces have the same, one of them is stored apart for nothing. */
function checkSum(text: string): number {
	let sum = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
	return text.length * 2 ** 32 + (sum >>> 0);
}

/**
 * A page in UTF-8 with a zero byte and a record number in place of each shared piece, or
 * `undefined` when it has none. A page that holds a zero byte itself is left as it is.
 */
export function withReferences(
	page: string,
	records: ReadonlyMap<string, number>,
): Uint8Array<ArrayBuffer> | undefined {
	if (page.includes("\0")) return undefined;
	const parts: Uint8Array[] = [];
	let after = 0;
	for (const match of page.matchAll(PIECE)) {
		const record = records.get(match[0]);
		if (record === undefined) continue;
		const reference = [0];
		pushNumber(reference, record);
		parts.push(utf8.encode(page.slice(after, match.index)), Uint8Array.from(reference));
		after = match.index + match[0].length;
	}
	if (after === 0) return undefined;
	parts.push(utf8.encode(page.slice(after)));
	return concat(parts);
}
