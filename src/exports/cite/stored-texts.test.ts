import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readTexts } from "./stored-texts.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stored-texts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, "texts.bin");

/** Writes texts one after another, with so many bytes of others before each, and says where those asked for stand. */
function stored(all: readonly Uint8Array[], gap: number, order: readonly number[]) {
	writeFileSync(file, Buffer.concat(all.flatMap((text) => [Buffer.alloc(gap, "."), text])));
	const places = all.map((_, one) =>
		all.slice(0, one).reduce((at, { length }) => at + length + gap, gap),
	);
	const texts = order.map((one) => all[one] ?? new Uint8Array());
	return {
		texts,
		where: {
			file,
			at: Float64Array.from(order, (one) => places[one] ?? 0),
			sizes: Uint32Array.from(texts, ({ length }) => length),
			sums: Uint32Array.from(texts, (text) => crc32(text)),
		},
	};
}

test("texts are read in any order, near each other or not", () => {
	const texts = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(
			texts,
			fc.constantFrom(0, 3, 20_000),
			fc.infiniteStream(fc.nat()),
			(all, gap, picks) => {
				const order = [...picks.take(15)].map((pick) => pick % all.length);
				for (const some of [order, order.toSorted((a, b) => a - b), []]) {
					const { texts, where } = stored(all, gap, some);
					expect(readTexts(where)?.map((text) => [...text])).toEqual(
						texts.map((text) => [...text]),
					);
				}
			},
		),
	);
});

test("nothing is read of a file in which one text is not as it was written", () => {
	const all = ["swift", "wren", "owl"].map((text) => Buffer.from(text));
	const { where } = stored(all, 0, [0, 1, 2]);
	for (const content of ["swiftwrenow", "swiftWrenowl", ""]) {
		writeFileSync(file, content);
		expect(readTexts(where)).toBeUndefined();
	}
	rmSync(file);
	expect(readTexts(where)).toBeUndefined();
});
