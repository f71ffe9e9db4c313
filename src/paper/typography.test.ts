import fc from "fast-check";
import { expect, test } from "vitest";
import { titleParts, typographic } from "./typography.ts";

test.each([
	['a "subwords manifest", that', "a “subwords manifest”, that"],
	["LLM's own, models' and Ge'ez", "LLM’s own, models’ and Ge’ez"],
	["such as 'ing' or whole", "such as ‘ing’ or whole"],
	['("token")', "(“token”)"],
	["He said \"it's 'so'\"", "He said “it’s ‘so’”"],
	["the '90s", "the ’90s"],
	['"', "”"],
	["already “curly” and it’s kept", "already “curly” and it’s kept"],
])("%s becomes %s", (typed, printed) => {
	expect(typographic(typed)).toBe(printed);
});

test("only quotation marks change", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			const plain = (value: string) => value.replace(/[“”"]/g, '"').replace(/[‘’']/g, "'");
			expect(plain(typographic(text))).toBe(plain(text));
		}),
	);
});

test("a title is parted into words and formulas", () => {
	expect(titleParts("An $O(n^2)$ bound")).toEqual([
		{ math: false, value: "An " },
		{ math: true, value: "O(n^2)" },
		{ math: false, value: " bound" },
	]);
	expect(titleParts("It costs $5")).toEqual([{ math: false, value: "It costs $5" }]);
	expect(titleParts("From $5 to $6 a Token")).toEqual([
		{ math: false, value: "From $5 to $6 a Token" },
	]);
	expect(titleParts("$x$")).toEqual([{ math: true, value: "x" }]);
	expect(titleParts("\\$5 or \\$6")).toEqual([{ math: false, value: "\\$5 or \\$6" }]);
});
