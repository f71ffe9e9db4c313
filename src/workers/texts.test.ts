import { expect, test } from "vitest";
import { sharedTexts, textAt } from "./texts.ts";

test("texts are as they were, whatever stands beside them", () => {
	const texts = ["", "Wrens", "Zaunkönige", "", "鹪鹩", "🐦 and ∀x", ""];
	// As a thread gets them.
	const shared = structuredClone(sharedTexts(texts));
	expect(texts.map((_, at) => textAt(shared, at))).toEqual(texts);
});

test("no texts are none", () => {
	expect(sharedTexts([]).ends).toHaveLength(0);
});
