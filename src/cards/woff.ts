import { inflateSync } from "node:zlib";

/** Bytes of a font's header, and of what it says of each table: in a WOFF file, and unpacked. */
const [PACKED_HEADER, PACKED_ENTRY] = [44, 20];
const [HEADER, ENTRY] = [12, 16];

/**
 * The font in a WOFF 1.0 file: the same tables, unpacked.
 * https://www.w3.org/TR/WOFF/#OverallStructure
 */
export function unpackWoff(woff: Buffer): Buffer {
	const count = woff.readUInt16BE(12);
	const head = Buffer.alloc(HEADER + ENTRY * count);
	woff.copy(head, 0, 4, 8);
	head.writeUInt16BE(count, 4);
	const parts: Buffer[] = [head];
	let end = head.length;
	for (let index = 0; index < count; index++) {
		const entry = woff.subarray(PACKED_HEADER + PACKED_ENTRY * index);
		const [start, stored, full] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as Triple;
		const bytes = woff.subarray(start, start + stored);
		const at = HEADER + ENTRY * index;
		entry.copy(head, at, 0, 4);
		entry.copy(head, at + 4, 16, 20);
		head.writeUInt32BE(end, at + 8);
		head.writeUInt32BE(full, at + 12);
		// Each table begins at a multiple of four.
		parts.push(stored === full ? bytes : inflateSync(bytes), Buffer.alloc(-full & 3));
		end += full + (-full & 3);
	}
	return Buffer.concat(parts);
}

type Triple = [number, number, number];
