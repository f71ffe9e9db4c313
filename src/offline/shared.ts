import { concat, pushNumber } from "./bytes.ts";

/** A paper in a list, or an item of a list: what pages repeat of each other. */
const PIECE = /<article class="paper-item".*?<\/article>|<li[ >].*?<\/li>/gs;

/** A shorter piece costs less within its page than a reference, once all is compressed. */
const SHORTEST = 160;

const utf8 = new TextEncoder();

/** The pieces of HTML that stand more than once in all of `pages`, in the order in which they are met. */
export function sharedPieces(pages: Iterable<string>): Set<string> {
	const met = new Set<string>();
	const shared = new Set<string>();
	for (const page of pages) {
		for (const [piece] of page.matchAll(PIECE)) {
			if (piece.length < SHORTEST) continue;
			if (met.has(piece)) shared.add(piece);
			else met.add(piece);
		}
	}
	return shared;
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
