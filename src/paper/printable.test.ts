import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
	["a colour", "\u001b[31mred", "\\u001b[31mred"],
	["a line end", "a\r\nb", "a\\u000d\\u000ab"],
	["an escape in one character", "\u009b2J", "\\u009b2J"],
	["a window title", "\u001b]0;owned\u0007", "\\u001b]0;owned\\u0007"],
	["another writing direction", "a\u202etxt.exe", "a\\u202etxt.exe"],
	["a command of the runner", "::add-mask::the", "\\u003a:add-mask::the"],
	["such a command after spaces", " \t::warning::x", " \t\\u003a:warning::x"],
	["such a command in its older form", "x ##[error]y", "x \\u0023#[error]y"],
])("%s is written out", (_, text, shown) => {
	expect(printable(text)).toBe(shown);
});

test("what people write stays", () => {
	for (const text of ["Émile ‘x’ – 題 😀\tß", "a::b", "## [x]", "C:\\new", "שלום\u200f"]) {
		expect(printable(text)).toBe(text);
	}
});

test("no text keeps a control character, a line end or a command", () => {
	const parts = fc.constantFrom(
		"::",
		"##[",
		"#",
		":",
		" ",
		"\n",
		"\r",
		"\u001b[",
		"\u2028",
		"error",
	);
	const texts = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(parts).map((all) => all.join("")),
	);
	fc.assert(
		fc.property(texts, (text) => {
			expect(printable(text).replaceAll("\t", "")).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s*::|##\[/u);
		}),
		{ numRuns: 2_000 },
	);
});
