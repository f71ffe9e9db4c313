import { markOf } from "./cuts.ts";
import type { Facts, Role } from "./facts.ts";
import { Coding, type PackedFile } from "./pack.ts";
import { type Piece, referenceSize, textOf, withReferences } from "./pieces.ts";

/** A file of the site. */
export interface SiteFile {
	/** Path from the site's root, without a slash before it. */
	path: string;
	role: Role;
	/** Digest of the file as it lies in the site. */
	digest: string;
	facts: Facts;
	/** Its bytes, decompressed if it was gzip. Not kept: a site is larger than memory. */
	read(): Uint8Array<ArrayBuffer>;
	/** The text of one of its pieces, by number. */
	piece(at: number): string;
}

/** The kind of records that are not compressed. */
export const DENSE = "dense";

/** Bytes that are compressed with others of their kind. */
export interface PackRecord {
	bytes: number;
	/** Decides the bytes: the same key, the same bytes. */
	key: string;
	/** Records of different kinds share no block. */
	kind: string;
	/** See {@link Cuts}. Of the name of what it is, where it has one: what it says may change. */
	mark: number;
	/** The bytes, as many as `bytes` says. */
	read(): Uint8Array<ArrayBuffer>;
}

const utf8 = new TextEncoder();

/**
 * The records of a pack in order, and which file is which record: each paper's page with
 * what search shows of it, the pieces of lists, by the papers they lead to, and then all other
 * files. Pages of papers lie as in `order` (paths), other files by path.
 */
export function placeFiles(
	files: readonly SiteFile[],
	order: readonly string[],
): { records: PackRecord[]; placed: PackedFile[] } {
	const sorted = [...files].sort((a, b) => compare(a.path, b.path));
	const rank = new Map(order.map((path, at) => [path, at]));
	/** Of each paper, by its place in the order, its page and what leads to that. */
	const besidePapers = order.map((): SiteFile[] => []);
	const lists: SiteFile[] = [];
	const others: SiteFile[] = [];
	for (const file of sorted) {
		const own = rank.get((file.role === "paper" ? file.path : file.facts.leadsTo) ?? "");
		if (own !== undefined) besidePapers[own]?.push(file);
		else if (file.role === "list") lists.push(file);
		else others.push(file);
	}

	const records: PackRecord[] = [];
	const places = new Map<SiteFile, PackedFile>();
	const place = (file: SiteFile, coding: Coding) =>
		places.set(file, { path: file.path, record: records.length, coding });
	const put = (file: SiteFile, kind: string, name = file.path) => {
		const coding = file.role === "result" ? Coding.gzip : Coding.plain;
		place(file, coding);
		const key = `${coding} ${file.digest}`;
		records.push({
			bytes: file.facts.bytes,
			key,
			kind,
			mark: markOf(name),
			read: () => file.read(),
		});
	};

	for (const [own, some] of besidePapers.entries()) {
		for (const file of some.toReversed()) put(file, "papers", order[own]);
	}
	const pieces = piecesOf(lists)
		// What leads to no paper first: a paper that is new then changes no number but those after its own.
		.map((piece) => ({ ...piece, own: rank.get(piece.piece.leadsTo ?? "") ?? -1 }))
		.sort((a, b) => a.own - b.own);
	const numbers = new Map<Piece, number>();
	for (const { piece, read } of pieces) {
		numbers.set(piece, records.length);
		const mark = markOf(piece.leadsTo ?? piece.digest);
		records.push({ bytes: piece.bytes, key: `piece ${piece.digest}`, kind: "pieces", mark, read });
	}
	for (const file of lists) {
		const own = file.facts.pieces ?? [];
		if (own.length === 0) {
			put(file, "lists");
			continue;
		}
		place(file, Coding.shared);
		records.push(pageOf(file, own, numbers));
	}
	for (const file of others) {
		put(file, file.role === "dense" ? DENSE : file.path.replace(/^.*[./]/, ""));
	}
	return { records, placed: sorted.flatMap((file) => places.get(file) ?? []) };
}

/** The pieces of lists, in the order in which they are met. */
function piecesOf(lists: readonly SiteFile[]): { piece: Piece; read(): Uint8Array<ArrayBuffer> }[] {
	const met = new Map<Piece, () => Uint8Array<ArrayBuffer>>();
	for (const list of lists) {
		for (const [at, piece] of (list.facts.pieces ?? []).entries()) {
			if (!met.has(piece)) met.set(piece, () => utf8.encode(list.piece(at)));
		}
	}
	return Array.from(met, ([piece, read]) => ({ piece, read }));
}

/** A list as a record: references stand where its pieces stood. */
function pageOf(
	file: SiteFile,
	pieces: readonly Piece[],
	numbers: ReadonlyMap<Piece, number>,
): PackRecord {
	const records = pieces.map((piece) => numbers.get(piece) ?? 0);
	let { bytes } = file.facts;
	for (const [at, piece] of pieces.entries())
		bytes += referenceSize(records[at] ?? 0) - piece.bytes;
	return {
		bytes,
		key: `${Coding.shared} ${file.digest} ${records.join()}`,
		kind: "lists",
		mark: markOf(file.path),
		read: () => withReferences(textOf(file.read()) ?? "", records),
	};
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
