import { expect, test } from "vitest";
import { blank, fill, type Picture, ramp, shades, stamp } from "./picture.ts";

/** The numbers of the colours, a digit each. */
const show = ({ rows, width, height }: Picture) =>
	Array.from({ length: height }, (_, y) =>
		Buffer.from(rows.subarray(y * (1 + width / 2) + 1, (y + 1) * (1 + width / 2))).toString("hex"),
	);
const square = { left: 0, top: -1, width: 2, height: 2, coverage: new Uint8Array(4).fill(255) };

test("shades go from just above the ground to the colour itself", () => {
	expect(shades([255, 255, 255], [0, 100, 200], 2)).toEqual([
		[128, 178, 228],
		[0, 100, 200],
	]);
	const ink = ramp(4, 3);
	expect([0, 42, 43, 127, 128, 255].map((coverage) => ink[coverage])).toEqual([0, 0, 4, 4, 5, 6]);
});

test("a glyph stands where the pen is, at even and odd pixels", () => {
	const picture = blank(8, 3);
	stamp(picture, square, 0, 1, ramp(1, 7));
	stamp(picture, square, 5, 2, ramp(1, 7));
	expect(show(picture)).toEqual(["77000000", "77000770", "00000770"]);
});

test("where glyphs touch, the darker shade stays", () => {
	const picture = blank(4, 2);
	const faint = { ...square, coverage: new Uint8Array(4).fill(60) };
	stamp(picture, square, 0, 1, ramp(1, 7));
	stamp(picture, faint, 1, 1, ramp(1, 7));
	expect(show(picture)).toEqual(["7720", "7720"]);
});

test("what lies outside the picture is cut off", () => {
	const picture = blank(4, 2);
	for (const [x, y] of [
		[-1, 0],
		[3, 2],
		[9, 9],
		[-9, -9],
	] as const)
		stamp(picture, square, x, y, ramp(1, 7));
	expect(show(picture)).toEqual(["7000", "0007"]);
});

test("a rectangle is filled, and no more", () => {
	const picture = blank(6, 3);
	fill(picture, { x: 1, y: 1, width: 4, height: 1 }, 9);
	expect(show(picture)).toEqual(["000000", "099990", "000000"]);
});
