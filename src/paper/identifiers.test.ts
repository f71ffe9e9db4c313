import fc from "fast-check";
import { expect, test } from "vitest";
import { idFromTitle, isId } from "./identifiers.ts";

test.each([
	["a-paper"],
	["2401.01234"],
	["10.18653_v1.2023.acl-long.1"],
	["1d-ordered-tokens"],
	["名前"],
	["façade"],
	["console"],
	["com10"],
	["a".repeat(80)],
])("%s can be an id", (id) => {
	expect(isId(id)).toBe(true);
});

test.each([
	[""],
	["A-paper"],
	["a paper"],
	["a/b"],
	["a\\b"],
	["../a"],
	["."],
	[".."],
	[".hidden"],
	["-a"],
	["a-"],
	["a--b"],
	["a._b"],
	["a?b"],
	["a#b"],
	["a%20b"],
	["a:b"],
	["a\nb"],
	["a\0b"],
	["con"],
	["nul"],
	["com1"],
	["lpt9"],
	["aux.2"],
	["com¹"],
	["a".repeat(81)],
])("%j cannot", (id) => {
	expect(isId(id)).toBe(false);
});

test.each([
	["Not All Tokens Learn Alike", "not-all-tokens-learn-alike"],
	["LLM's Reasoning", "llms-reasoning"],
	["The authors’ own", "the-authors-own"],
	["(1D) Ordered Tokens", "1d-ordered-tokens"],
	["Retrofitting (Large) Language Models", "retrofitting-large-language-models"],
	["Byte- and Word-Level", "byte-and-word-level"],
	["Was ist Schönheit? Über Größe", "was-ist-schonheit-uber-große"],
	["Crème brûlée à la naïveté", "creme-brulee-a-la-naivete"],
	["İstanbul’da", "istanbulda"],
	["ﬁne ﬂow", "fine-flow"],
	["D³S at x²", "d3s-at-x2"],
	["自然言語処理の紹介", "自然言語処理の紹介"],
	["Йод и ёж", "йод-и-ёж"],
	["हिन्दी में शोध", "हिन्दी-में-शोध"],
	["A/B testing: C++ & C#", "a-b-testing-c-c"],
	["../../etc/passwd", "etc-passwd"],
	["<script>alert(1)</script>", "script-alert-1-script"],
	["CON", "paper-con"],
	["!!!", "paper-21-21-21"],
	["😀", "paper-1f600"],
	["", "paper-untitled"],
])("the title %j gives the id %s", (title, id) => {
	expect(idFromTitle(title)).toBe(id);
});

test("a long title is cut at a word to at most 80 characters", () => {
	const id = idFromTitle(
		"FrugalPrompt: Reducing Contextual Overhead in Large Language Models via Token Attribution",
	);
	expect(id).toBe("frugalprompt-reducing-contextual-overhead-in-large-language-models-via-token");
});

test("a first word that is too long is cut where it is 80 characters, never within one", () => {
	expect(idFromTitle("a".repeat(100))).toBe("a".repeat(80));
	expect(idFromTitle(`${"a".repeat(79)}𐐨𐐨`)).toBe("a".repeat(79));
});

test("every title gives an id that may be one, and always the same", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (title) => {
			const id = idFromTitle(title);
			expect(isId(id)).toBe(true);
			expect(idFromTitle(title)).toBe(id);
		}),
	);
	fc.assert(fc.property(fc.string({ unit: "binary" }), (title) => isId(idFromTitle(title))));
});
