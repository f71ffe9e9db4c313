import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "./text.ts";
import {
	decodeTexts,
	decodeWords,
	encodeTexts,
	encodeWords,
	isStorable,
	lastAtOrBefore,
	rotate,
	unrotate,
	type Word,
} from "./vocabulary.ts";

const letters = fc.constantFrom(..."abcabcéßıøжщκθעبمが語模型ไท𝑥𝒚𐐷7²");
const word = fc.string({ unit: letters, minLength: 1, maxLength: 12 }).filter(isStorable);
const inOrder = (words: readonly string[]) => [...new Set(words)].sort(compareCodePoints);
const vocabulary = fc
	.array(
		fc.record(
			{ word, stem: word, frequency: fc.nat({ max: 24 }), stop: fc.boolean() },
			{ noNullPrototype: true },
		),
		{ maxLength: 40 },
	)
	.map((words) =>
		[...new Map(words.map((one) => [one.word, one])).values()]
			.map((one) => (one.stop ? { ...one, frequency: 24 } : one))
			.sort((a, b) => compareCodePoints(a.word, b.word)),
	);

/** As a file comes: the text went through UTF-8. */
const sent = (file: string) => Buffer.from(file).toString();

test("a list of words of any scripts comes back as it was", () => {
	fc.assert(
		fc.property(vocabulary, (words) => {
			expect(decodeWords(sent(encodeWords(words)))).toEqual(words);
		}),
	);
});

test("words that share their beginnings, and stems that are shorter, longer or other", () => {
	const words: Word[] = [
		{ word: "3d", stem: "3d", frequency: 0, stop: false },
		{ word: "a", stem: "a", frequency: 24, stop: true },
		{ word: "model", stem: "model", frequency: 5, stop: false },
		{ word: "modelling", stem: "model", frequency: 0, stop: false },
		{ word: "modelling2", stem: "modelling2", frequency: 0, stop: false },
		{ word: "studies", stem: "studi", frequency: 3, stop: false },
		{ word: "was", stem: "be", frequency: 24, stop: true },
		{ word: "x".repeat(35), stem: "x".repeat(35), frequency: 0, stop: false },
		{ word: "𝑥", stem: "𝑥", frequency: 1, stop: false },
		{ word: "𝑦", stem: "𝑥", frequency: 1, stop: false },
	];
	expect(decodeWords(sent(encodeWords(words)))).toEqual(words);
});

test("a word in more papers than can be counted is said to be in very many", () => {
	const [found] = decodeWords(
		encodeWords([{ word: "token", stem: "token", frequency: 90, stop: false }]),
	);
	expect(found).toEqual({ word: "token", stem: "token", frequency: 24, stop: false });
});

test("a list that is damaged is refused, and says where", () => {
	const file = encodeWords([
		{ word: "token", stem: "token", frequency: 1, stop: false },
		{ word: "tokenizer", stem: "token", frequency: 1, stop: false },
	]);
	expect(() => decodeWords(file.slice(0, -1))).toThrowErrorMatchingInlineSnapshot(
		`[RangeError: the list of words is damaged at character 8]`,
	);
	expect(() => decodeWords(`${file}?`)).toThrowErrorMatchingInlineSnapshot(
		`[RangeError: the list of words is damaged at character 15]`,
	);
	expect(() => decodeWords("<!doctype html>")).toThrowErrorMatchingInlineSnapshot(
		`[RangeError: the list of words is damaged at character 0]`,
	);
});

test.each([
	["token", true],
	["語", true],
	["𝑥", true],
	["3d", true],
	["ß", true],
	["2026", false],
	["", false],
	["x".repeat(35), true],
	["x".repeat(36), false],
])("%s stands in a list of words: %s", (text, is) => {
	expect(isStorable(text)).toBe(is);
});

test("a word whose first letter was put last is found again", () => {
	expect(rotate("token")).toBe("okent");
	expect(rotate("𝑥y")).toBe("y𝑥");
	expect(rotate("語")).toBe("語");
	fc.assert(
		fc.property(fc.string({ unit: letters }), (text) => {
			expect(unrotate(rotate(text))).toBe(text);
		}),
	);
});

test("a list of texts comes back as it was", () => {
	fc.assert(
		fc.property(fc.array(word), (words) => {
			const texts = inOrder(words);
			expect(decodeTexts(sent(encodeTexts(texts)))).toEqual(texts);
		}),
	);
});

test("the last item at or before a text is found as by going through all", () => {
	fc.assert(
		fc.property(fc.array(word), word, (words, text) => {
			const items = inOrder(words);
			const expected = items.findLastIndex((item) => compareCodePoints(item, text) <= 0);
			expect(lastAtOrBefore(items, text, (item) => item)).toBe(expected);
		}),
	);
	expect(lastAtOrBefore([], "a", String)).toBe(-1);
	expect(lastAtOrBefore(["b", "d"], "a", String)).toBe(-1);
	expect(lastAtOrBefore(["b", "d"], "b", String)).toBe(0);
	expect(lastAtOrBefore(["b", "d"], "c", String)).toBe(0);
	expect(lastAtOrBefore(["b", "d"], "z", String)).toBe(1);
});
