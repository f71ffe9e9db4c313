import { createHash, randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writevSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { remove, tellUnwritable } from "./sealed.ts";

/** SHA-256 of all that follows. */
const CHECK_SUM = 32;
/** Length of the table, a whole number. */
const LENGTH = 4;

/** Pieces that are handed to the system at one time: no more than it takes. */
const AT_ONCE = 512;

/** What a file of a cache holds: a table, and many bytes beside it. */
export interface KeptBytes<Table> {
	table: Table;
	bytes: Uint8Array;
}

/**
 * What {@link writeBytes} has kept. Where the file is not there, is damaged in whatever place, or
 * was written under another `context` or by another version of Node, nothing is: a cache may be
 * deleted at any time.
 */
export function readBytes<Table>(file: string, context: string): KeptBytes<Table> | undefined {
	try {
		const content = readFileSync(file);
		const sum = createHash("sha256").update(content.subarray(CHECK_SUM)).digest();
		if (!sum.equals(content.subarray(0, CHECK_SUM))) return undefined;
		const begin = CHECK_SUM + LENGTH;
		const end = begin + content.readUInt32LE(CHECK_SUM);
		const kept = deserialize(content.subarray(begin, end));
		if (kept.context === context) return { table: kept.table, bytes: content.subarray(end) };
	} catch {
		// All that it could say is made anew.
	}
	return undefined;
}

/** Keeps a table and the bytes of all pieces, one after the other: whole or not at all, and where that fails says so. */
export function writeBytes<Table>(
	file: string,
	context: string,
	table: Table,
	pieces: readonly Uint8Array[],
): void {
	const head = serialize({ context, table });
	const length = Buffer.alloc(LENGTH);
	length.writeUInt32LE(head.length);
	const hash = createHash("sha256").update(length).update(head);
	for (const piece of pieces) hash.update(piece);
	const writing = `${file}.${randomUUID()}.tmp`;
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		writePieces(writing, [hash.digest(), length, head, ...pieces]);
		renameSync(writing, file);
	} catch (cause) {
		remove(writing);
		tellUnwritable(path.dirname(file), cause);
	}
}

function writePieces(file: string, pieces: readonly Uint8Array[]): void {
	const open = openSync(file, "w");
	try {
		for (let at = 0; at < pieces.length; at += AT_ONCE) {
			const some = pieces.slice(at, at + AT_ONCE);
			const size = some.reduce((sum, { length }) => sum + length, 0);
			if (writevSync(open, some) !== size) throw new Error(`${file} is not written whole`);
		}
	} finally {
		closeSync(open);
	}
}
