import { concat } from "./bytes.ts";
import { BLOCK_BYTES, type Block, checkOf, MAGIC } from "./pack.ts";
import { type Arrangement, type PackRecord, placeFiles, type SiteFile } from "./place.ts";
import { encodeTable } from "./table.ts";

/** How a pack is written. */
export interface PackOptions extends Arrangement {
	/** Compresses as raw deflate (RFC 1951). */
	deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
	/** Bytes after which a part is closed, where the size of the pack shall not decide. */
	partBytes?: number | undefined;
}

const MEGABYTE = 1024 * 1024;

/** There are at most so many parts, each of two megabytes or more, but for the last … */
const MOST_PARTS = 8;

/** … as long as none is larger than this: some hosts take no file of more than 25 MiB. */
const LARGEST_PART = 24 * MEGABYTE;

/** A block that compression makes no smaller than this is kept as it is: it is quicker to read. */
const WORTH_IT = 0.97;

/** Blocks that are compressed at the same time. */
const AT_ONCE = 8;

type Stored = Omit<Block, "part"> & { stored: Uint8Array<ArrayBuffer> };

/** Writes `files` as the parts of a pack (`pack.ts`). The same files give the same parts. */
export async function writePack(
	files: readonly SiteFile[],
	options: PackOptions,
): Promise<Uint8Array<ArrayBuffer>[]> {
	const { records, placed } = placeFiles(files, options);
	const lengths: number[] = [];
	const stored = await inTurn(blocksOf(records, lengths), (block) => store(block, options));
	const total = stored.reduce((sum, { bytes }) => sum + bytes, 0);
	const most = options.partBytes ?? partBytes(total);
	const parts: Uint8Array[][] = [[]];
	const blocks: Block[] = [];
	let filled = 0;
	for (const { stored: bytes, ...block } of stored) {
		const room = parts.length < MOST_PARTS || most === LARGEST_PART;
		if (filled > 0 && filled + block.bytes > most && room) {
			parts.push([]);
			filled = 0;
		}
		filled += block.bytes;
		parts.at(-1)?.push(bytes);
		blocks.push({ ...block, part: parts.length - 1 });
	}
	parts
		.at(-1)
		?.push(...(await tableAtEnd(encodeTable({ blocks, lengths, files: placed }), options)));
	return parts.map(concat);
}

/** In whole megabytes, so that a little more in a collection leaves the parts before it as they were. */
function partBytes(total: number): number {
	const whole = Math.max(2, Math.ceil((total * 1.05) / MOST_PARTS / MEGABYTE)) * MEGABYTE;
	return Math.min(whole, LARGEST_PART);
}

/** The bytes of records that are compressed together; `lengths` gets the length of each. */
function* blocksOf(
	records: readonly PackRecord[],
	lengths: number[],
): Generator<Uint8Array<ArrayBuffer>[]> {
	let block: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	let before: string | undefined;
	for (const { bytes, kind } of records) {
		if (block.length > 0 && (size >= BLOCK_BYTES || kind !== before)) {
			yield block;
			block = [];
			size = 0;
		}
		before = kind;
		block.push(bytes);
		size += bytes.length;
		lengths.push(bytes.length);
	}
	if (block.length > 0) yield block;
}

/** What `work` makes of each item, in their order; a few at a time, so that not all of them are in memory. */
async function inTurn<Item, Result>(
	items: Iterable<Item>,
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Promise<Result>[] = [];
	for (const item of items) {
		results.push(work(item));
		await results.at(-AT_ONCE);
	}
	return Promise.all(results);
}

async function store(
	records: readonly Uint8Array<ArrayBuffer>[],
	{ deflate }: PackOptions,
): Promise<Stored> {
	const plain = concat(records);
	const smaller = await deflate(plain);
	const deflated = smaller.length < plain.length * WORTH_IT;
	const stored = deflated ? smaller : plain;
	return {
		stored,
		deflated,
		bytes: stored.length,
		records: records.length,
		check: await checkOf(stored),
	};
}

async function tableAtEnd(
	table: Uint8Array<ArrayBuffer>,
	{ deflate }: PackOptions,
): Promise<Uint8Array[]> {
	const stored = await deflate(table);
	const trailer = new Uint8Array(12);
	new DataView(trailer.buffer).setUint32(0, stored.length, true);
	trailer.set(new TextEncoder().encode(MAGIC), 4);
	return [stored, await checkOf(stored), trailer];
}
