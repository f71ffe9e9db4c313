import { describe, expect, test } from "vitest";
import { covers, outlineOf, placeGlyphs, toSettable, UNITS, widthOf } from "./font.ts";

const placesOf = (text: string, tracking = 0) =>
	placeGlyphs(text, "normal", tracking).map(({ x }) => x);

describe("glyphs of a text", () => {
	test("pairs are kerned: V stands closer to A than A is wide", () => {
		const [, v = 0] = placesOf("AV");
		expect(v).toBeLessThan(widthOf("A", "normal") - 0.08);
		expect(placesOf("nn")[1]).toBeCloseTo(widthOf("n", "normal"), 3);
		expect(placeGlyphs("ТА", "normal")[1]?.x).toBeLessThan(widthOf("Т", "normal") - 0.05);
	});

	test("f and i are one glyph, unless letters are spaced", () => {
		expect(placesOf("fi")).toHaveLength(1);
		expect(placesOf("fi", -0.01)).toHaveLength(2);
	});

	test("tracking moves each glyph after the first", () => {
		const [plain, spaced] = [placesOf("Wren"), placesOf("Wren", 0.1)];
		for (const [index, x] of plain.entries()) expect(spaced[index]).toBeCloseTo(x + 0.1 * index);
	});

	test("alphabets follow one another, and the same glyph has the same number", () => {
		const [a, alpha, be, again] = placeGlyphs("aαбa", "normal");
		expect(new Set([a, alpha, be].map((placed) => placed?.glyph)).size).toBe(3);
		expect(again?.glyph).toBe(a?.glyph);
		expect(again?.x).toBeCloseTo(widthOf("aαб", "normal"));
	});

	test("italic has glyphs of its own", () => {
		const [upright] = placeGlyphs("a", "normal");
		const [italic] = placeGlyphs("a", "italic");
		expect(upright?.glyph).not.toBe(italic?.glyph);
	});

	test("what the font lacks is left out", () => {
		expect(placeGlyphs("a鳥b", "normal")).toEqual(placeGlyphs("ab", "normal"));
	});
});

test("an x stands on the line, a p reaches below it, and a space is nothing", () => {
	const outlines = placeGlyphs("xp ", "normal").map(({ glyph }) => outlineOf(glyph));
	expect(outlines[0]?.bottom).toBe(0);
	expect(outlines[0]?.top).toBeLessThan(UNITS / 2);
	expect(outlines[1]?.bottom).toBeLessThan(-UNITS / 5);
	expect(outlines[2]).toBeUndefined();
});

test("every alphabet of the font is covered, and no other", () => {
	expect(covers("Wren, Łódź, Été, αβγ, Об, Ґ, Việt Nam — “½”")).toBe(true);
	for (const text of ["鳥", "هجرة", "🐦", "x\u0302\u0333"]) expect(covers(text), text).toBe(false);
});

test("a text is set in one line, composed", () => {
	expect(toSettable(" e\u0301tude\n\uFB01ne\u00ad ")).toBe("étude fine");
});
