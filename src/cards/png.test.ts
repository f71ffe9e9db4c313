import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { blank, type Colour, fill } from "./picture.ts";
import { palettePng } from "./png.ts";

test("a picture of 16 colours is the same picture as a PNG", () => {
	const palette = Array.from({ length: 16 }, (_, at): Colour => [at, 255 - at, 16 * at]);
	const picture = blank(32, 20);
	for (const at of palette.keys()) fill(picture, { x: 2 * at + 1, y: at, width: 1, height: 4 }, at);
	const { width, height, data } = PNG.sync.read(palettePng(picture, palette));
	expect([width, height]).toEqual([32, 20]);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const stripe = (x - 1) / 2;
			const colour = stripe <= y && y < stripe + 4 && x % 2 === 1 ? stripe : 0;
			const at = 4 * (y * width + x);
			expect([...data.subarray(at, at + 4)]).toEqual([...(palette[colour] ?? []), 255]);
		}
	}
});
