import { type Piece, piecesOf, textOf } from "./pieces.ts";

/**
 * What a file is to the copy: this and its bytes decide how it is kept. A `dense` file is
 * compressed already, and is not compressed again.
 */
export type Role = "paper" | "list" | "result" | "dense" | "other";

/** What is to be known of a file to give it its place. */
export interface Facts {
	/** Of the file, decompressed if it was gzip. */
	bytes: number;
	/** Of a search result: the path of the page that it leads to. */
	leadsTo?: string | undefined;
	/** Of a list: its pieces, one after another. */
	pieces?: Piece[];
}

/** How facts are found. */
export interface FactFinder {
	/** The path of the page that a text leads to first, if any. */
	pageOf(text: string): string | undefined;
	/** The piece of this text: for the same text the same object. */
	pieceOf(text: string): Piece;
}

/** The facts of a file of these bytes. */
export function factsOf(role: Role, bytes: Uint8Array, finder: FactFinder): Facts {
	const text = role === "list" || role === "result" ? textOf(bytes) : undefined;
	if (text === undefined) return { bytes: bytes.length };
	if (role === "result") return { bytes: bytes.length, leadsTo: finder.pageOf(text) };
	return { bytes: bytes.length, pieces: piecesOf(text).map((piece) => finder.pieceOf(piece)) };
}
