import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gzipOf } from "./gzip.ts";

const block = (text: string) => Buffer.from(`${text} `.repeat(2_000));
const blocks = ["swift", "wren", "owl 🦉"].map(block);

test("blocks are read as one file", async () => {
	expect(gunzipSync(await gzipOf(blocks))).toEqual(Buffer.concat(blocks));
	expect(gunzipSync(await gzipOf([]))).toHaveLength(0);
	expect(gunzipSync(await gzipOf([Buffer.alloc(0)]))).toHaveLength(0);
});

test("blocks of an older form are taken from it, and the bytes are those of a file made anew", async () => {
	const changed = [block("kite"), ...blocks.slice(0, 1), block("crow"), ...blocks.slice(1)];
	const anew = await gzipOf(changed);
	const before = await gzipOf(blocks);
	expect(await gzipOf(changed, before)).toEqual(anew);
	// A block that is as it was is not compressed: what the older form has is what stands in the new one.
	const marked = Buffer.from(before);
	const place = marked.length - 8 - 2 - 10;
	marked[place] = (marked[place] ?? 0) ^ 1;
	expect(await gzipOf(changed, marked)).not.toEqual(anew);
});

test.each([
	["nothing", ""],
	["something else", "On swifts"],
	["a gzip of another program", "1f8b0800000000000003"],
])("an older form that is %s is of no use, and of no harm", async (_, last) => {
	const bytes = /^[\da-f]+$/.test(last) ? Buffer.from(last, "hex") : Buffer.from(last);
	expect(await gzipOf(blocks, bytes)).toEqual(await gzipOf(blocks));
});

test("more blocks than the header has room for are read as one file", async () => {
	const many = Array.from({ length: 4_000 }, (_, at) => Buffer.from(`paper ${at}\n`));
	const packed = await gzipOf(many);
	expect(gunzipSync(packed)).toEqual(Buffer.concat(many));
	expect(await gzipOf(many, packed)).toEqual(packed);
});
