import { expect, test } from "vitest";
import { mathError, mathToText, renderMath } from "./math.ts";

test.each([
	["x^2"],
	["|A_{i,t}| \\times H_{i,t}"],
	["\\frac{1}{2} \\sum_{i=1}^n \\alpha_i"],
	["\\text{if } x > 0"],
	["10{,}000"],
	["\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"],
	["\\mathcal{L}_{\\mathrm{KL}}"],
])("%s can be drawn", (tex) => {
	expect(mathError(tex)).toBeUndefined();
	expect(renderMath(tex, false)).toMatch(/^<math[ >].*<\/math>$/s);
});

test.each([
	[
		"\\frac{1",
		"Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{1",
	],
	["\\nosuch", "Unsupported function name: \\nosuch at position 1: \\nosuch"],
	["x_{a}_{b}", "Double subscript at position 6: x_{a}_{b}"],
	["\\href{javascript:x}{y}", undefined],
	["\\includegraphics{x.png}", undefined],
	["\\class{a}{b}", undefined],
	["\\style{color:red}{b}", undefined],
	["\\def\\x{\\x\\x}\\x", undefined],
])("%s cannot", (tex, reason) => {
	const error = mathError(tex);
	expect(error).toEqual(reason ?? expect.any(String));
	expect(error).toBe(error?.normalize("NFC").trim());
});

test("a formula that grows without end is refused in time", () => {
	const started = performance.now();
	expect(mathError("\\def\\a{xx}\\def\\b{\\a\\a\\b}\\b")).toContain("expansion");
	expect(mathError("{".repeat(20_000) + "}".repeat(20_000))).toEqual(expect.any(String));
	expect(performance.now() - started).toBeLessThan(2_000);
});

test("a formula that is in time for no machine is ended, and too long, too large or linked ones are refused", () => {
	const x = "x".repeat(4_000);
	const cells = "&".repeat(2_400) + "\\\\".repeat(1_200);
	const started = performance.now();
	// Left alone, the second takes 40 seconds and 400 MB.
	expect(mathError(`\\def\\a{${x}}${"\\a".repeat(450)}`)).toMatch(/250 ms|MathML/);
	expect(mathError(`\\begin{matrix}${cells}\\end{matrix}`)).toContain("more than 250 ms");
	expect(performance.now() - started).toBeLessThan(3_000);
	expect(
		[`${x}${x}`, "\\rule{99em}{1em}", "\\kern-9em x", "\\kern19em".repeat(9), "\\ref{a}"].map(
			(tex) => mathError(tex),
		),
	).toMatchInlineSnapshot(`
		[
		  "8000 characters, expected at most 5000",
		  "a size of 99em, expected from -2em to 20em, and 100em in all",
		  "a size of -9em, expected from -2em to 20em, and 100em in all",
		  "a size of 171em in all, expected from -2em to 20em, and 100em in all",
		  "a reference (\\ref, \\label), expected a formula by itself",
		]
	`);
});

test("what one formula defines is unknown to the next", () => {
	expect(mathError("\\gdef\\mine{x}\\mine")).toBeUndefined();
	expect(mathError("\\mine")).toContain("\\mine");
});

test.each([
	["|A_{i,t}| \\times H_{i,t}", "|A_{i,t}| × H_{i,t}"],
	["x \\leq 5\\,\\%", "x ≤ 5 %"],
	["\\alpha \\in \\mathbb{R}", "α ∈ \\mathbb{R}"],
	["a\n\n b", "a b"],
	["\\{x\\}", "{x}"],
])("%j is read as %s", (tex, text) => {
	expect(mathToText(tex)).toBe(text);
});
