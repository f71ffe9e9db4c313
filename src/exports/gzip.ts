import { hash } from "node:crypto";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";

/** Level 6 takes twice as long for 4 % less. */
const LEVEL = 4;

const compress = promisify(deflateRaw);

/** Bytes of a block's line in the header: its check sum, and its length when it is compressed. */
const SUM = 16;
const LINE = SUM + 4;
/** So many blocks have a line: the extra field has 16 bits for its length. */
const MOST_LINES = Math.floor((2 ** 16 - 1 - 4) / LINE);

/** Magic, deflate, with an extra field, no time, no hint, system unknown. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255]);
/** Our name for the lines within the extra field: https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1.1. */
const NAME = "Op";
/** An empty block that is the last: https://www.rfc-editor.org/rfc/rfc1951#section-3.2.3. */
const END = Buffer.from([3, 0]);

/**
 * A gzip file (RFC 1952) of `blocks`, in their order. Each is compressed by itself, and the header says which
 * there are, so that those of `last`, an older form of the file, are taken from it and not
 * compressed again. The same bytes with it or without.
 */
export async function gzipOf(
	blocks: readonly Uint8Array[],
	last?: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
	const before = last
		? blocksIn(Buffer.from(last.buffer, last.byteOffset, last.length))
		: new Map();
	const sums = blocks.map((block) => hash("sha256", block, "buffer").subarray(0, SUM));
	const packed = await Promise.all(
		blocks.map((block, at) => before.get(sums[at]?.toString("latin1")) ?? alone(block)),
	);
	const lines = packed.slice(0, MOST_LINES).flatMap(({ length }, at) => {
		const bytes = Buffer.alloc(4);
		bytes.writeUInt32LE(length);
		return [sums[at] ?? Buffer.alloc(SUM), bytes];
	});
	const extra = Buffer.alloc(6);
	const length = lines.length === 0 ? 0 : (lines.length / 2) * LINE;
	extra.writeUInt16LE(length + 4, 0);
	extra.write(NAME, 2, "latin1");
	extra.writeUInt16LE(length, 4);
	const end = Buffer.alloc(8);
	end.writeUInt32LE(blocks.reduce((sum, block) => crc32(block, sum), 0));
	end.writeUInt32LE(blocks.reduce((sum, block) => sum + block.length, 0) % 2 ** 32, 4);
	return Buffer.concat([HEADER, extra, ...lines, ...packed, END, end]);
}

/** A block that needs nothing of those before it, and ends with a whole byte. */
function alone(block: Uint8Array): Promise<Buffer> {
	const room = Math.max(constants.Z_MIN_CHUNK, block.length);
	return compress(block, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: room });
}

/** The compressed blocks of a file by their check sums; none of a file that {@link gzipOf} has not written. */
function blocksIn(file: Buffer): Map<string, Buffer> {
	const blocks = new Map<string, Buffer>();
	const begin = HEADER.length + 6;
	if (file.length < begin || !file.subarray(0, HEADER.length).equals(HEADER)) return blocks;
	if (file.toString("latin1", begin - 4, begin - 2) !== NAME) return blocks;
	const end = begin + file.readUInt16LE(begin - 2);
	let place = end;
	for (let line = begin; line + LINE <= end; line += LINE) {
		const length = file.readUInt32LE(line + SUM);
		const sum = file.toString("latin1", line, line + SUM);
		blocks.set(sum, file.subarray(place, place + length));
		place += length;
	}
	return blocks;
}
