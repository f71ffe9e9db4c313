import { expect, test } from "vitest";
import { decodeFacet, encodeFacet } from "./facets.ts";

const values: [string, number[]][] = [
	["2024", [0, 1, 2, 3]],
	["Größe 🐦", [5, 127, 128, 129, 100_000]],
	["", []],
];

test("what is written is read", () => {
	expect([...decodeFacet(encodeFacet(values))]).toEqual(values);
	expect([...decodeFacet(encodeFacet([]))]).toEqual([]);
});

test("a file that is cut, or goes on, is none", () => {
	const bytes = encodeFacet(values);
	for (let end = 0; end < bytes.length; end++) {
		expect(() => decodeFacet(bytes.subarray(0, end)), String(end)).toThrow(RangeError);
	}
	expect(() => decodeFacet(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
});
