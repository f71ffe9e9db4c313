import { concat, pushNumber, sizeOfNumber } from "./bytes.ts";

/** A piece of HTML that several lists may have in common. */
export interface Piece {
	/** Of its text: the same digest, the same text. */
	digest: string;
	/** In UTF-8. */
	bytes: number;
	/** Path of the page that it leads to first, if any. */
	leadsTo: string | undefined;
}

/** A paper in a list, or an item of a list: what pages repeat of each other. */
const PIECE = /<article class="paper-item".*?<\/article>|<li[ >].*?<\/li>/gs;

/** A shorter piece costs less within its page than a reference, once all is compressed. */
const SHORTEST = 160;

const utf8 = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a page that pieces can be taken out of; `undefined` where it is not in UTF-8, and
 * could not be written again as it was, or holds a zero byte, which stands for a reference.
 */
export function textOf(bytes: Uint8Array): string | undefined {
	try {
		return bytes.includes(0) ? undefined : decoder.decode(bytes);
	} catch {
		return undefined;
	}
}

/** The pieces of a page, one after another: all of them, so that no other page decides what it is kept as. */
export function piecesOf(page: string): string[] {
	return [...matches(page)].map(([piece]) => piece);
}

/** A page in UTF-8 with a zero byte and a record number in place of each of its pieces. */
export function withReferences(page: string, records: readonly number[]): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	let after = 0;
	for (const [at, { 0: piece, index }] of [...matches(page)].entries()) {
		parts.push(utf8.encode(page.slice(after, index)), referenceTo(records[at] ?? 0));
		after = index + piece.length;
	}
	parts.push(utf8.encode(page.slice(after)));
	return concat(parts);
}

/** Bytes of what stands for the record of this number. */
export function referenceSize(record: number): number {
	return 1 + sizeOfNumber(record);
}

function referenceTo(record: number): Uint8Array {
	const reference = [0];
	pushNumber(reference, record);
	return Uint8Array.from(reference);
}

function matches(page: string): RegExpExecArray[] {
	return [...page.matchAll(PIECE)].filter(([piece]) => piece.length >= SHORTEST);
}
