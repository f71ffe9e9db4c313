import { expect, test } from "vitest";
import { bytes, median, seconds, table, times, whole } from "./figures.ts";

test("the median is the middle, whatever the order", () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([10, 2, 100, 4])).toBe(7);
	expect(median([3])).toBe(3);
	expect(median([])).toBeNaN();
});

test("figures have three digits and their unit, and a ratio of nothing is a dash", () => {
	expect([840, 9994, 9996, 12_340, 99_960, 754_321].map(seconds).join(", ")).toMatchInlineSnapshot(
		`"0.84 s, 9.99 s, 10.0 s, 12.3 s, 100 s, 754 s"`,
	);
	expect([640, 299_600, 640e6, 1.254e9].map(bytes).join(", ")).toMatchInlineSnapshot(
		`"1 kB, 300 kB, 640 MB, 1.25 GB"`,
	);
	expect(whole(100_000)).toBe("100,000");
	expect([times(0.844), times(Number.NaN), times(1 / 0)]).toEqual(["0.84×", "–", "–"]);
});

test("a table is Markdown whose columns stand below each other", () => {
	expect(
		`\n${table(
			["site", "time"],
			[
				["Offprint", "9.1 s"],
				["Hugo", "12.3 s"],
			],
		)}`,
	).toMatchInlineSnapshot(`
		"
		| site     |   time |
		| -------- | -----: |
		| Offprint |  9.1 s |
		| Hugo     | 12.3 s |"
	`);
});
