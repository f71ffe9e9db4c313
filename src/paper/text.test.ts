import fc from "fast-check";
import { expect, test } from "vitest";
import { papersCount, teaser, toParagraphs, toStorableText } from "./text.ts";

const lines = fc
	.array(fc.constantFrom("a", " ", "\n", "\n\n", "\r\n", "\r", "\0", "\uD800", "é", "😀"))
	.map((parts) => parts.join(""));

test.each([
	["a\r\nb\rc\nd", "a\nb\nc\nd"],
	["a\0b", "a\uFFFDb"],
	["\uD83D and \uDE00", "\uFFFD and \uFFFD"],
	["😀 ﬁ é e\u0301 \u00A0\u200F", "😀 ﬁ é e\u0301 \u00A0\u200F"],
])("%j is stored as %j", (text, stored) => {
	expect(toStorableText(text)).toBe(stored);
});

test("what is stored is stored the same again, and is UTF-8", () => {
	fc.assert(
		fc.property(fc.oneof(lines, fc.string({ unit: "binary" })), (text) => {
			const stored = toStorableText(text);
			expect(toStorableText(stored)).toBe(stored);
			expect(Buffer.from(stored).toString()).toBe(stored);
			expect(stored).not.toMatch(/[\r\0]/);
		}),
	);
});

test.each([
	["", []],
	["one", ["one"]],
	["one\ntwo", ["one\ntwo"]],
	["one\n\ntwo", ["one", "two"]],
	["one\n\n\ntwo", ["one\n\n\ntwo"]],
	["\n\none", ["\n\none"]],
])("%j has the paragraphs %j", (text, paragraphs) => {
	expect(toParagraphs(text)).toEqual(paragraphs);
});

test("paragraphs joined by an empty line are the text again", () => {
	fc.assert(
		fc.property(lines, (text) => {
			expect(toParagraphs(text).join("\n\n")).toBe(text);
		}),
	);
});

test.each([
	["short", 10, "short"],
	["one two three four", 12, "one two…"],
	["one two, three", 10, "one two…"],
	["one\n\n two\tthree", 20, "one two three"],
	["abcdefghijklmnop", 8, "abcdefg…"],
	["a bcdefghijklmnop", 10, "a bcdefgh…"],
	["abc 😀😀", 6, "abc…"],
	[`${" ".repeat(99)}one two three four`, 12, "one two…"],
	[`one${" ".repeat(99)}two three four`, 12, "one two…"],
	[`one two three four${" five".repeat(99)}`, 12, "one two…"],
])("%j in %i characters is %j", (text, length, line) => {
	expect(teaser(text, length)).toBe(line);
});

test("a teaser is one line of at most so many characters", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "grapheme" }),
			fc.integer({ min: 2, max: 40 }),
			(text, length) => {
				const line = teaser(text, length);
				expect(line.length).toBeLessThanOrEqual(length);
				expect(line).not.toMatch(/[\n\r\t]/);
				expect(line.isWellFormed()).toBe(true);
			},
		),
	);
});

test("papers are counted in words", () => {
	expect([0, 1, 2, 36, 10_000].map(papersCount)).toEqual([
		"No papers",
		"1 paper",
		"2 papers",
		"36 papers",
		"10,000 papers",
	]);
});
