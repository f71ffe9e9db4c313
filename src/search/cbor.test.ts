import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cbor, CborReader, encodeCbor } from "./cbor.ts";

const integer = fc.oneof(
	fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
	// The borders at which a number takes more bytes.
	fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1),
	fc.constantFrom(-1, -24, -25, -256, -257, -65_536, -65_537, -(2 ** 32)),
);
const text = fc.string({ unit: "binary", maxLength: 300 }).map((value) => value.toWellFormed());
const { value: anything } = fc.letrec<{ value: Cbor; array: Cbor[] }>((tie) => ({
	value: fc.oneof({ depthSize: "small" }, integer, text, tie("array")),
	array: fc.array(tie("value"), { maxLength: 30 }),
}));

test("every value comes back as it was", () => {
	fc.assert(
		fc.property(anything, (value) => {
			expect(new CborReader(encodeCbor(value)).any()).toEqual(value);
		}),
	);
});

test("a text may begin with a byte order mark", () => {
	expect(new CborReader(encodeCbor("\ufeffBERT")).any()).toBe("\ufeffBERT");
});

test("values are written as RFC 8949, appendix A, writes them", () => {
	const hex = (value: Cbor) => Buffer.from(encodeCbor(value)).toString("hex");
	expect(hex(0)).toBe("00");
	expect(hex(23)).toBe("17");
	expect(hex(24)).toBe("1818");
	expect(hex(1000)).toBe("1903e8");
	expect(hex(1_000_000)).toBe("1a000f4240");
	expect(hex(-1)).toBe("20");
	expect(hex(-1000)).toBe("3903e7");
	expect(hex("")).toBe("60");
	expect(hex("IETF")).toBe("6449455446");
	expect(hex("水")).toBe("63e6b0b4");
	expect(hex("𐅑")).toBe("64f0908591");
	expect(hex([1, [2, 3], [4, 5]])).toBe("8301820203820405");
	expect(hex(Array.from({ length: 25 }, (_, at) => at + 1))).toBe(
		"98190102030405060708090a0b0c0d0e0f101112131415161718181819",
	);
});

test("a value that is cut off is refused, wherever it is cut", () => {
	fc.assert(
		fc.property(anything, fc.nat(), (value, cut) => {
			const bytes = encodeCbor(value);
			const reader = new CborReader(bytes.subarray(0, cut % bytes.length));
			expect(() => reader.any()).toThrow(RangeError);
		}),
	);
});

test("bytes that are nothing are refused, or are the value that they say", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			let value: Cbor;
			try {
				value = new CborReader(bytes).any();
			} catch (problem) {
				expect(problem).toBeInstanceOf(RangeError);
				return;
			}
			expect(new CborReader(encodeCbor(value)).any()).toEqual(value);
		}),
		{ numRuns: 2000 },
	);
});

test("an array that says it has more items than there are bytes is refused at once", () => {
	const begun = performance.now();
	const bytes = Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff);
	expect(() => new CborReader(bytes).any()).toThrow(RangeError);
	expect(() => new CborReader(bytes).array()).toThrow(RangeError);
	expect(performance.now() - begun).toBeLessThan(100);
});

test("arrays within arrays without end are refused", () => {
	expect(() => new CborReader(new Uint8Array(200_000).fill(0x81)).any()).toThrow(RangeError);
});

test("a value of another type than expected is refused", () => {
	const message = (read: (reader: CborReader) => unknown, ...bytes: number[]) => {
		try {
			return read(new CborReader(Uint8Array.from(bytes)));
		} catch (problem) {
			return String(problem);
		}
	};
	expect(message((reader) => reader.text(), 0x01)).toMatchInlineSnapshot(
		`"RangeError: byte 0 has type 0, expected 3"`,
	);
	expect(message((reader) => reader.array(), 0x61, 0x61)).toMatchInlineSnapshot(
		`"RangeError: byte 0 has type 3, expected 4"`,
	);
	expect(message((reader) => reader.integer(), 0xf6)).toMatchInlineSnapshot(
		`"RangeError: byte 0 has type 7, expected 0"`,
	);
	expect(message((reader) => reader.integer())).toMatchInlineSnapshot(
		`"RangeError: byte 0 has type 7, expected 0"`,
	);
	expect(message((reader) => reader.integer(), 0x19, 0x01)).toMatchInlineSnapshot(
		`"RangeError: byte 0 begins a number that is not whole"`,
	);
	expect(message((reader) => reader.text(), 0x63, 0x61)).toMatchInlineSnapshot(
		`"RangeError: the file ends in a word"`,
	);
	expect(message((reader) => reader.text(), 0x61, 0xff)).toMatchInlineSnapshot(
		`"RangeError: the 1 bytes before byte 2 are no text"`,
	);
	expect(message((reader) => reader.array(), 0x82, 0x01)).toMatchInlineSnapshot(
		`"RangeError: the file ends in a list"`,
	);
	expect(message((reader) => reader.array(), 0x9f)).toMatchInlineSnapshot(
		`"RangeError: byte 0 begins a number that is not whole"`,
	);
});
