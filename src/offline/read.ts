import { concat, Reader } from "./bytes.ts";
import {
	type Block,
	CHECK_BYTES,
	Coding,
	checkOf,
	DamagedPack,
	MAGIC,
	type PackedFile,
	TRAILER_BYTES,
} from "./pack.ts";
import { decodeTable } from "./table.ts";

/** Decoded blocks that are kept: 8 MB, and what a page needs is often in the block read last. */
const KEPT_BLOCKS = 64;

/** A pack that is open for reading. */
export interface Pack {
	/** Paths of all files, from the site's root, without a slash before them. */
	readonly paths: readonly string[];
	has(path: string): boolean;
	/**
	 * The bytes of a file, decompressed if it was gzip; `undefined` when the pack has no
	 * such file. Throws DamagedPack when a part is missing or not what was written.
	 */
	read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/**
 * Opens a pack. `part` gives the bytes of a part by its number, from 0 to `count` - 1, or
 * `undefined` if it is not there; only slices of it are read. Throws DamagedPack.
 */
export async function openPack(
	count: number,
	part: (number: number) => Promise<Blob | undefined>,
): Promise<Pack> {
	const { blocks, lengths, files } = decodeTable(await readTable(await partOf(count - 1)));
	const starts = startsOf(blocks);
	const places = placesOf(blocks, lengths);
	const byPath = new Map(files.map((file) => [file.path, file]));
	const decoded = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
	return {
		paths: files.map(({ path }) => path),
		has: (path) => byPath.has(path),
		async read(path) {
			const file = byPath.get(path);
			return file && copy(await contentOf(file));
		},
	};

	async function contentOf({ record, coding }: PackedFile): Promise<Uint8Array> {
		const own = await recordOf(record);
		return coding === Coding.shared ? await withPieces(own) : own;
	}

	async function withPieces(page: Uint8Array): Promise<Uint8Array> {
		const parts: (Uint8Array | number)[] = [];
		for (let at = 0; ; ) {
			const zero = page.indexOf(0, at);
			if (zero === -1) {
				parts.push(page.subarray(at));
				break;
			}
			const reader = new Reader(page, zero + 1);
			parts.push(page.subarray(at, zero), reader.number());
			at = reader.at;
		}
		const pieces = new Map<number, Uint8Array>();
		// In the order of blocks: each is decoded once, however many there are.
		for (const record of parts.filter((part) => typeof part === "number").sort((a, b) => a - b)) {
			if (!pieces.has(record)) pieces.set(record, await recordOf(record));
		}
		return concat(
			parts.map((part) => (typeof part === "number" ? (pieces.get(part) ?? page) : part)),
		);
	}

	async function recordOf(record: number): Promise<Uint8Array> {
		const place = places[record];
		if (!place) throw new DamagedPack(`the pack has no record ${record}`);
		const block = await blockOf(place.block);
		if (place.end > block.length) throw new DamagedPack("a block of the pack is cut short");
		return block.subarray(place.start, place.end);
	}

	function blockOf(number: number): Promise<Uint8Array<ArrayBuffer>> {
		const known = decoded.get(number);
		const block = known ?? decode(number);
		decoded.delete(number);
		decoded.set(number, block);
		if (!known) {
			block.catch(() => decoded.delete(number));
			const [oldest] = decoded.keys();
			if (decoded.size > KEPT_BLOCKS && oldest !== undefined) decoded.delete(oldest);
		}
		return block;
	}

	async function decode(number: number): Promise<Uint8Array<ArrayBuffer>> {
		const block = blocks[number];
		const start = starts[number] ?? 0;
		if (!block) throw new DamagedPack(`the pack has no block ${number}`);
		const stored = await slice(await partOf(block.part), start, start + block.bytes);
		if (!same(await checkOf(stored), block.check)) {
			throw new DamagedPack(`a block of part ${block.part + 1} is not what was written`);
		}
		return block.deflated ? inflate(stored) : stored;
	}

	async function partOf(number: number): Promise<Blob> {
		const blob = await part(number);
		if (!blob) throw new DamagedPack(`part ${number + 1} of ${count} is missing`);
		return blob;
	}
}

async function readTable(last: Blob): Promise<Uint8Array> {
	const end = last.size;
	const trailer = await slice(last, Math.max(0, end - TRAILER_BYTES), end);
	if (new TextDecoder().decode(trailer.subarray(-MAGIC.length)) !== MAGIC) {
		throw new DamagedPack("the last part is not the end of a pack");
	}
	const length = new DataView(trailer.buffer).getUint32(CHECK_BYTES, true);
	const start = end - TRAILER_BYTES - length;
	if (start < 0) throw new DamagedPack("the last part is cut short");
	const stored = await slice(last, start, start + length);
	if (!same(await checkOf(stored), trailer.subarray(0, CHECK_BYTES))) {
		throw new DamagedPack("the pack's table is not what was written");
	}
	return inflate(stored);
}

async function slice(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await blob.slice(start, end).arrayBuffer());
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
	return new Uint8Array(await new Response(plain).arrayBuffer());
}

/** Where each block begins in its part. */
function startsOf(blocks: readonly Block[]): number[] {
	const filled: number[] = [];
	return blocks.map(({ part, bytes }) => {
		const start = filled[part] ?? 0;
		filled[part] = start + bytes;
		return start;
	});
}

/** Where each record lies in its decoded block. */
function placesOf(
	blocks: readonly Block[],
	lengths: readonly number[],
): { block: number; start: number; end: number }[] {
	const places: { block: number; start: number; end: number }[] = [];
	for (const [block, { records }] of blocks.entries()) {
		let start = 0;
		for (let left = records; left > 0; left--) {
			const end = start + (lengths[places.length] ?? 0);
			places.push({ block, start, end });
			start = end;
		}
	}
	return places;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Of its own, so that nobody can change the block it came from. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}
