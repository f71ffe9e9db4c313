import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints, normalize, partsOf, wordsOf } from "./text.ts";

test.each([
	["Naïve,", "naive"],
	["na\u0131ve", "na\u0131ve"],
	["cafe\u0301", "cafe"],
	["Ångström", "angstrom"],
	["GRÜẞE", "gruße"],
	["Straße", "straße"],
	["İstanbul", "istanbul"],
	["ışık", "ısık"],
	["Œuvre", "œuvre"],
	["Φιλοσοφία", "φιλοσοφια"],
	["Ёлка", "елка"],
	["йод", "иод"],
	["Українська", "украінська".replace("і", "і")],
	["مُعَلِّم", "معلم"],
	["הַבַּיִת", "הבית"],
	["don't", "dont"],
	["don’t", "dont"],
	["state-of-the-art", "stateoftheart"],
	["“token”", "token"],
	["¿qué?", "que"],
	["語言模型。", "語言模型"],
	["が", "か"],
	["D³S", "d³s"],
	["½", "½"],
	["𝑥", "𝑥"],
	["C++", "c"],
	["94.4%", "944"],
	["—", ""],
	["🎉", ""],
	["", ""],
])("%s is kept as %s", (word, kept) => {
	expect(normalize(word)).toBe(kept);
});

test("what is kept is kept as it is, whatever the text was", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			const kept = normalize(text);
			expect(normalize(kept)).toBe(kept);
			expect(kept).not.toMatch(/[\p{P}\p{Z}\p{M}]/u);
		}),
	);
});

test.each([
	["token", []],
	["token,", []],
	["(token)", []],
	["state-of-the-art", ["state", "of", "the", "art"]],
	["byte-/word-level", ["byte", "word", "level"]],
	["don't", ["don", "t"]],
	["don’t", ["don", "t"]],
	["tokens—how", ["tokens", "how"]],
	["“token-level”", ["token", "level"]],
	["2.5×", ["2", "5"]],
	["cafe\u0301-au-lait", ["cafe", "au", "lait"]],
	["مُعَلِّم", []],
	["हिन्दी", []],
	["می\u200cخواهم", ["می", "خواهم"]],
	["Qwen2.5-7B", ["qwen2", "5", "7b"]],
	["Émile-Zola", ["emile", "zola"]],
	["a_b", ["a", "b"]],
	["--", []],
	["-x-", []],
])("%s has the parts %j", (word, parts) => {
	expect(partsOf(word)).toEqual(parts);
});

test.each([
	["Naïve state-of-the-art", ["naive", "stateoftheart", "state", "of", "the", "art"]],
	["The model’s “x-axis”", ["the", "models", "model", "xaxis", "axis"]],
	["  a\n\tb\u00a0c ", ["a", "b", "c"]],
	["语言\u200B模型 — fin.", ["语言", "模型", "fin"]],
	["… — !", []],
	["", []],
])("%j is found under %j", (text, words) => {
	expect(wordsOf(text)).toEqual(words);
});

test("words stand in the order of their bytes in UTF-8", () => {
	const word = fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.toWellFormed());
	const near = fc.string({ unit: fc.constantFrom("a", "é", "\uffee", "𝑥", "語"), maxLength: 5 });
	const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
	const one = fc.oneof(word, near);
	fc.assert(
		fc.property(one, one, (a, b) => {
			expect(Math.sign(compareCodePoints(a, b))).toBe(order(a, b));
		}),
		{ numRuns: 300 },
	);
	expect(compareCodePoints("\uffee", "𝑥")).toBeLessThan(0);
	expect("\uffee" < "𝑥").toBe(false);
});
