import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { palettePng } from "./png.ts";

function picture(width: number, height: number, colours: number): Buffer {
	const pixels = Buffer.alloc(4 * width * height, 255);
	for (let at = 0; at < width * height; at++) pixels.writeUIntBE(at % colours, 4 * at, 3);
	return pixels;
}

test("a picture of few colours is the same picture as a PNG", () => {
	const pixels = picture(30, 20, 256);
	const { width, height, data } = PNG.sync.read(palettePng(pixels, 30) ?? Buffer.alloc(0));
	expect([width, height]).toEqual([30, 20]);
	expect(data).toEqual(pixels);
});

test("a picture of more than 256 colours has no palette", () => {
	expect(palettePng(picture(30, 20, 257), 30)).toBeUndefined();
});
