import { concat } from "./bytes.ts";
import { Cuts } from "./cuts.ts";
import { BLOCK_BYTES, type Block, checkOf, MAGIC, PART_BYTES } from "./pack.ts";
import { DENSE, type PackRecord, placeFiles, type SiteFile } from "./place.ts";
import { encodeTable } from "./table.ts";

/** A block as it is stored. */
export type StoredBlock = Pick<Block, "deflated" | "check"> & { stored: Uint8Array<ArrayBuffer> };

/** A part of a pack. */
export interface WrittenPart {
	bytes: Uint8Array<ArrayBuffer>;
	/** By what they can be recalled with. */
	blocks: ReadonlyMap<string, StoredBlock>;
}

/** How a pack is written. */
export interface PackOptions {
	/** Paths of the pages of papers, in the order in which they are to lie. */
	order: readonly string[];
	/** Compresses as raw deflate (RFC 1951). */
	deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
	/** Digest of a text; two texts with the same digest are the same. */
	digestOf(text: string): string;
	/** The block of this key, where it was written before. */
	recall?(key: string): StoredBlock | undefined;
	/** Bytes of a usual part, where it shall be another number. */
	partBytes?: number | undefined;
}

/** A block that compression makes no smaller than this is kept as it is: it is quicker to read. */
const WORTH_IT = 0.97;

/** Blocks that are compressed at the same time. */
const AT_ONCE = 8;

/**
 * Writes `files` as a pack (`pack.ts`), part after part. The same files give the same parts,
 * whatever is recalled.
 */
export async function* writePack(
	files: readonly SiteFile[],
	options: PackOptions,
): AsyncGenerator<WrittenPart> {
	const { records, placed } = placeFiles(files, options.order);
	const cuts = new Cuts(options.partBytes ?? PART_BYTES);
	const blocks: Block[] = [];
	let inPart: (StoredBlock & { key: string })[] = [];
	let part = 0;
	const close = (...more: Uint8Array[]): WrittenPart => {
		const bytes = concat([...inPart.map(({ stored }) => stored), ...more]);
		const byKey = new Map(
			inPart.map(({ key, deflated, check, stored }) => [key, { deflated, check, stored }]),
		);
		inPart = [];
		part++;
		return { bytes, blocks: byKey };
	};
	const work = (block: readonly PackRecord[]) => store(block, options);
	for await (const block of inTurn(blocksOf(records), work)) {
		const { deflated, check, stored } = block;
		const mark = new DataView(check.buffer, check.byteOffset).getUint32(0);
		if (cuts.startsWith(stored.length, mark)) yield close();
		inPart.push(block);
		blocks.push({ part, deflated, bytes: stored.length, records: block.records, check });
	}
	// The table is another after each change: the blocks before it may be the same.
	if (part > 0) yield close();
	const lengths = records.map(({ bytes }) => bytes);
	const table = encodeTable({ blocks, lengths, files: placed });
	yield close(...(await tableAtEnd(table, options)));
}

/** Records that are compressed together. */
function* blocksOf(records: readonly PackRecord[]): Generator<PackRecord[]> {
	let block: PackRecord[] = [];
	let cuts = new Cuts(BLOCK_BYTES);
	for (const record of records) {
		const other = block.length > 0 && block[0]?.kind !== record.kind;
		if (other) cuts = new Cuts(BLOCK_BYTES);
		if (cuts.startsWith(record.bytes, record.mark) || other) {
			yield block;
			block = [];
		}
		block.push(record);
	}
	if (block.length > 0) yield block;
}

/** What `work` makes of each item, in their order; a few at a time, so that not all of them are in memory. */
async function* inTurn<Item, Result>(
	items: Iterable<Item>,
	work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
	const begun: Promise<Result>[] = [];
	for (const item of items) {
		const result = work(item);
		// Whoever takes it is told.
		result.catch(() => {});
		begun.push(result);
		if (begun.length === AT_ONCE) yield begun.shift() as Promise<Result>;
	}
	yield* begun;
}

async function store(
	records: readonly PackRecord[],
	{ deflate, digestOf, recall }: PackOptions,
): Promise<StoredBlock & { key: string; records: number }> {
	const key = digestOf(records.map(({ key }) => key).join("\n"));
	const known = recall?.(key);
	if (known) return { ...known, key, records: records.length };
	const plain = concat(records.map((record) => record.read()));
	const smaller = records[0]?.kind === DENSE ? plain : await deflate(plain);
	const deflated = smaller.length < plain.length * WORTH_IT;
	const stored = deflated ? smaller : plain;
	return { stored, deflated, check: await checkOf(stored), key, records: records.length };
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
