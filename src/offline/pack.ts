/**
 * The pack: all files of a site in a few parts, from which one file can be read
 * without the others.
 *
 *     part       blocks, one after another
 *     last part  blocks, where there is no other part, then the table, deflated raw; the first 8 bytes of the SHA-256
 *                of the table as it is stored; its length as 4 bytes, little-endian;
 *                8 bytes of MAGIC
 *     block      records of about BLOCK_BYTES in all, one after another, deflated raw
 *                or, where that saves nothing, as they are
 *     record     a file, or a piece of HTML that lists may have in common
 *
 * A list is kept as its text with a zero byte and the piece's record number (`bytes.ts`)
 * where a piece stood. A file that was gzip is kept decompressed, so
 * that what it repeats of its paper's page costs nothing, and is read decompressed.
 * Where blocks and parts end, what is in them says (`cuts.ts`): after a small change of the
 * site most of them are the same.
 */
export const MAGIC = "OFFPRNT1";

/** Bytes at the end of the last part that say where the table is. */
export const TRAILER_BYTES = 20;

/** Bytes of a usual block, before compression. */
export const BLOCK_BYTES = 128 * 1024;

/** Bytes of a usual part. Some hosts take no file of more than 25 MiB. */
export const PART_BYTES = 2 * 1024 * 1024;

/** Bytes of a SHA-256 that are kept for each block. */
export const CHECK_BYTES = 8;

/** How a file is kept: as it is, with references to shared pieces, or decompressed from gzip. */
export const Coding = { plain: 0, shared: 1, gzip: 2 } as const;

/** One of the values of `Coding`. */
export type Coding = (typeof Coding)[keyof typeof Coding];

/** Records that are compressed together. */
export interface Block {
	/** The part that holds it, from 0. */
	part: number;
	deflated: boolean;
	/** Bytes as stored. */
	bytes: number;
	/** How many records it holds. */
	records: number;
	/** The first CHECK_BYTES of the SHA-256 of its stored bytes. */
	check: Uint8Array;
}

/** A file of the site. */
export interface PackedFile {
	/** Path from the site's root, without a slash before it: `papers/robin/index.html`. */
	path: string;
	record: number;
	coding: Coding;
}

/** What a pack says about itself. */
export interface Table {
	blocks: Block[];
	/** Bytes of each record, in the order of blocks. */
	lengths: number[];
	/** Sorted by path, in UTF-16 order. */
	files: PackedFile[];
}

/** A part of a pack that is missing, cut short or not what was written. */
export class DamagedPack extends Error {
	override name = "DamagedPack";
}

/** The first CHECK_BYTES of the SHA-256 of `bytes`. */
export async function checkOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, CHECK_BYTES);
}

/** The SHA-256 of `bytes`, in hexadecimal. */
export async function sha256(bytes: BufferSource): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
