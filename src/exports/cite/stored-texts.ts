import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";

/** Where the texts of a list stand in a file, one number for each in their order. */
export interface StoredTexts {
	/** Path of the file. */
	file: string;
	at: Float64Array;
	/** Bytes of each text. */
	sizes: Uint32Array;
	/** Check sum of each text, CRC-32. */
	sums: Uint32Array;
}

/** Bytes that are read at one time at most, where the texts are not larger. */
const AT_ONCE = 1024 * 1024;

/** Texts with fewer bytes between them are read at once. */
const NEAR = 16 * 1024;

/** The bytes of texts; `undefined` where the file cannot be read, or one of them is not as it was written. */
export function readTexts({ file, at, sizes, sums }: StoredTexts): Uint8Array[] | undefined {
	const texts: Uint8Array[] = [];
	let opened: number | undefined;
	try {
		opened = openSync(file, "r");
		for (const [first, next] of runsOf(at, sizes)) {
			const begin = at[first] ?? 0;
			const run = readFrom(opened, begin, (at[next - 1] ?? 0) + (sizes[next - 1] ?? 0) - begin);
			for (let one = first; one < next; one++) {
				const from = (at[one] ?? 0) - begin;
				const text = run.subarray(from, from + (sizes[one] ?? 0));
				if (text.length !== sizes[one] || crc32(text) !== sums[one]) return undefined;
				texts.push(text);
			}
		}
		return texts;
	} catch {
		return undefined;
	} finally {
		if (opened !== undefined) closeSync(opened);
	}
}

/** So many bytes of a file from a place on, or fewer where it ends before. */
export function readFrom(file: number, at: number, size: number): Uint8Array {
	const bytes = Buffer.allocUnsafe(size);
	return bytes.subarray(0, readSync(file, bytes, 0, size, at));
}

/** Runs of texts that stand near each other: the number of the first, and of the one after the last. */
function runsOf(at: Float64Array, sizes: Uint32Array): [first: number, next: number][] {
	const runs: [number, number][] = [];
	let end = Number.POSITIVE_INFINITY;
	let begin = 0;
	for (const [number, place] of at.entries()) {
		const after = place + (sizes[number] ?? 0);
		const run = runs.at(-1);
		if (run && place >= end && place - end < NEAR && after - begin <= AT_ONCE) run[1] = number + 1;
		else {
			runs.push([number, number + 1]);
			begin = place;
		}
		end = after;
	}
	return runs;
}
