import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Setting, setText } from "./lines.ts";

/** Each character half an em wide. */
const measure = (text: string) => text.length / 2;
const title: Setting = {
	sizes: [96, 73, 56, 45],
	leading: 1.14,
	width: 1000,
	height: 264,
	lines: 5,
};
const linesOf = (text: string, setting = title) => setText(text, setting, measure).lines;

describe("a title in lines", () => {
	test.each([
		["Birds", ["Birds"]],
		["A song of the wren: loud and clear", ["A song of the wren:", "loud and clear"]],
		[
			"How swifts find the way over the sea at night",
			["How swifts find the way", "over the sea at night"],
		],
		["Wren, robin, swift and their songs", ["Wren, robin, swift", "and their songs"]],
		["Long-distance migration", ["Long-distance", "migration"]],
	])("%s", (text, lines) => {
		expect(linesOf(text)).toEqual(lines);
	});

	test("is smaller the longer it is", () => {
		const sizes = [1, 4, 8, 12, 30].map((count) => setText("birds ".repeat(count), title, measure));
		expect(sizes.map(({ size }) => size)).toEqual([96, 96, 73, 73, 45]);
	});

	test("is cut at a word where it is too long", () => {
		const lines = linesOf("swallows ".repeat(60));
		expect(lines).toHaveLength(5);
		expect(lines.at(-1)).toMatch(/ swallows…$/);
	});
});

test("every text is kept whole or cut, in lines that fit", () => {
	fc.assert(
		fc.property(fc.lorem({ maxCount: 40 }), (text) => {
			const { size, lines } = setText(text, title, measure);
			for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(title.width);
			expect(lines.length * size * title.leading).toBeLessThanOrEqual(title.height);
			const together = lines.join(" ").replaceAll("- ", "-");
			expect(
				together.endsWith("…") ? text.startsWith(together.slice(0, -1)) : together === text,
			).toBe(true);
		}),
	);
});

test("a word that no line holds is broken", () => {
	const lines = linesOf("x".repeat(60));
	expect(lines.join("")).toBe("x".repeat(60));
	expect(lines.length).toBeGreaterThan(1);
});

test("no text has no lines", () => {
	expect(linesOf("")).toEqual([]);
});
