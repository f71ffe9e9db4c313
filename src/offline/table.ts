import { concat, pushNumber, Reader } from "./bytes.ts";
import {
	type Block,
	CHECK_BYTES,
	Coding,
	DamagedPack,
	type PackedFile,
	type Table,
} from "./pack.ts";

/**
 * The table as bytes. Column by column, since values of one kind compress best together:
 * the blocks, the lengths of records, then of each file how many characters of its path
 * are those of the path before it, its record, its coding, and the rests of all paths.
 */
export function encodeTable({ blocks, lengths, files }: Table): Uint8Array<ArrayBuffer> {
	const numbers: number[] = [];
	const push = (value: number) => pushNumber(numbers, value);
	push(blocks.length);
	for (const { part, deflated, bytes, records } of blocks) {
		for (const value of [part, Number(deflated), bytes, records]) push(value);
	}
	for (const length of lengths) push(length);
	push(files.length);
	const rests: string[] = [];
	let before = "";
	for (const { path } of files) {
		const same = commonStart(before, path);
		push(same);
		rests.push(path.slice(same));
		before = path;
	}
	for (const { record } of files) push(record);
	for (const { coding } of files) push(coding);
	const text = new TextEncoder().encode(rests.join("\n"));
	push(text.length);
	return concat([Uint8Array.from(numbers), ...blocks.map(({ check }) => check), text]);
}

/** Reads what `encodeTable` wrote. Throws DamagedPack when it does not fit together. */
export function decodeTable(bytes: Uint8Array): Table {
	const reader = new Reader(bytes);
	const blocks: Block[] = [];
	for (let left = reader.number(); left > 0; left--) {
		const [part = 0, deflated, bytes = 0, records = 0] = reader.numbers(4);
		blocks.push({ part, deflated: deflated === 1, bytes, records, check: new Uint8Array() });
	}
	const lengths = reader.numbers(blocks.reduce((sum, { records }) => sum + records, 0));
	const count = reader.number();
	const same = reader.numbers(count);
	const records = reader.numbers(count);
	const codings = reader.numbers(count);
	const textBytes = reader.number();
	for (const block of blocks) block.check = reader.bytes(CHECK_BYTES);
	const rests = new TextDecoder().decode(reader.bytes(textBytes)).split("\n");
	const files: PackedFile[] = [];
	let before = "";
	for (let at = 0; at < count; at++) {
		const path = before.slice(0, same[at]) + (rests[at] ?? "");
		const record = records[at] ?? 0;
		if (record >= lengths.length) throw new DamagedPack(`${path} is not in the pack`);
		files.push({ path, record, coding: codingOf(codings[at]) });
		before = path;
	}
	return { blocks, lengths, files };
}

function codingOf(value: number | undefined): Coding {
	for (const coding of Object.values(Coding)) if (coding === value) return coding;
	throw new DamagedPack(`the pack holds a file in a way that is not known: ${value}`);
}

function commonStart(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	// Half of a pair of surrogates is no text of its own.
	if (/[\uD800-\uDBFF]$/.test(one.slice(0, length))) length--;
	return length;
}
