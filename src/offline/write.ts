import { concat } from "./bytes.ts";
import { Cuts } from "./cuts.ts";
import { BLOCK_BYTES, type Block, checkOf, MAGIC, PART_BYTES } from "./pack.ts";
import { DENSE, type PackRecord, placeFiles, type SiteFile } from "./place.ts";
import { encodeTable } from "./table.ts";

/** A block as it is stored. */
export interface StoredBlock extends Pick<Block, "deflated" | "bytes" | "check"> {
	/** By what it can be recalled: the same key, the same bytes. */
	key: string;
	/** What is stored. */
	read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** A block that was written before. */
export interface RecalledBlock extends Omit<StoredBlock, "key" | "read"> {
	/** What was stored. Where that is something else now, the block is made anew. */
	read(): Uint8Array<ArrayBuffer>;
}

/** A part of a pack. */
export interface WrittenPart {
	/** Its blocks in their order. */
	blocks: readonly StoredBlock[];
	/** Whether the table of the pack stands behind them. */
	hasTable: boolean;
	/** All of it. To be asked for before the next part. */
	bytes(): Promise<Uint8Array<ArrayBuffer>>;
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
	recall?(key: string): RecalledBlock | undefined;
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
	let inPart: StoredBlock[] = [];
	let part = 0;
	const close = (table?: readonly Uint8Array[]): WrittenPart => {
		const stored = inPart;
		inPart = [];
		part++;
		return {
			blocks: stored,
			hasTable: table !== undefined,
			async bytes() {
				const all: Uint8Array[] = [];
				for (const block of stored) all.push(await block.read());
				return concat([...all, ...(table ?? [])]);
			},
		};
	};
	const work = async (block: readonly PackRecord[]) => ({
		count: block.length,
		block: await store(block, options),
	});
	for await (const { count, block } of inTurn(blocksOf(records), work)) {
		const { deflated, bytes, check } = block;
		const mark = new DataView(check.buffer, check.byteOffset).getUint32(0);
		if (cuts.startsWith(bytes, mark)) yield close();
		inPart.push(block);
		blocks.push({ part, deflated, bytes, records: count, check });
	}
	// The table is another after each change: the blocks before it may be the same.
	if (part > 0) yield close();
	const lengths = records.map(({ bytes }) => bytes);
	const table = encodeTable({ blocks, lengths, files: placed });
	yield close(await tableAtEnd(table, options));
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

async function store(records: readonly PackRecord[], options: PackOptions): Promise<StoredBlock> {
	const key = options.digestOf(records.map(({ key }) => key).join("\n"));
	const known = options.recall?.(key);
	if (!known) {
		const { stored, deflated } = await pack(records, options);
		const read = async () => stored;
		return { key, deflated, bytes: stored.length, check: await checkOf(stored), read };
	}
	const read = async () => {
		const stored = known.read();
		const isSame = (await checkOf(stored)).every((byte, at) => byte === known.check[at]);
		return isSame ? stored : (await pack(records, options)).stored;
	};
	return { ...known, key, read };
}

/** What is stored of a block. */
async function pack(
	records: readonly PackRecord[],
	{ deflate }: PackOptions,
): Promise<{ stored: Uint8Array<ArrayBuffer>; deflated: boolean }> {
	const plain = concat(records.map((record) => record.read()));
	const smaller = records[0]?.kind === DENSE ? plain : await deflate(plain);
	const deflated = smaller.length < plain.length * WORTH_IT;
	return { stored: deflated ? smaller : plain, deflated };
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
