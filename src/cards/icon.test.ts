import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { drawIcon, ICONS } from "./icon.ts";

test("icons have their sizes; those that are cut out have a ground up to the edge", async () => {
	for (const [name, { size, width }] of Object.entries(ICONS)) {
		const png = PNG.sync.read(await drawIcon(name as keyof typeof ICONS));
		expect([png.width, png.height]).toEqual([size, size]);
		expect(png.data[3], name).toBe(width < 1 ? 255 : 0);
		// The rule across the sheet, in the colour of the day.
		const row = Math.floor(size / 2 - (size * width) / 32);
		const rule = 4 * (size * row + size / 2);
		expect([...png.data.subarray(rule, rule + 4)], name).toEqual([0x8a, 0x2b, 0x1b, 255]);
	}
});
