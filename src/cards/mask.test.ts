import { expect, test } from "vitest";
import { outlineOf, placeGlyphs } from "./font.ts";
import { type Mask, maskAt } from "./mask.ts";

const glyphOf = (char: string) => placeGlyphs(char, "normal")[0]?.glyph ?? 0;
const inkOf = (mask?: Mask) => (mask?.coverage.reduce((sum, each) => sum + each, 0) ?? 0) / 255;

test("a mask holds the whole glyph: a dash has the area of its rectangle", () => {
	const { left, right, bottom, top } = outlineOf(glyphOf("—")) ?? expect.fail();
	const { mask } = maskAt(glyphOf("—"), 100, 0);
	expect((inkOf(mask) * 100) / ((right - left) * (top - bottom))).toBeCloseTo(1, 1);
	expect(mask?.left).toBe(Math.floor(left / 10));
	expect(mask?.top).toBe(-Math.ceil(top / 10));
});

test("a glyph between pixels is shifted, and has as much ink", () => {
	const masks = [7, 7.25, 7.5, 7.75].map((x) => maskAt(glyphOf("n"), 30, x));
	expect(new Set(masks.map(({ pixel }) => pixel))).toEqual(new Set([7]));
	expect(new Set(masks.map(({ mask }) => mask?.coverage.join())).size).toBe(4);
	for (const { mask } of masks) expect(inkOf(mask) / inkOf(masks[0]?.mask)).toBeCloseTo(1, 1);
});

test("a glyph is drawn once for places that nobody tells apart", () => {
	const { mask } = maskAt(glyphOf("g"), 30, 3.26);
	expect(maskAt(glyphOf("g"), 30, 88.2).mask).toBe(mask);
	expect(maskAt(glyphOf("g"), 30, -0.76)).toEqual({ mask, pixel: -1 });
});

test("a space has no mask", () => {
	expect(maskAt(glyphOf(" "), 30, 5)).toEqual({ pixel: 5 });
});
