import { expect, test } from "vitest";
import { babelName, languageTag } from "./languages.ts";

test("languages as reference managers name them", () => {
	expect(
		["ngerman", "eng", "en_us", "pt-BR", "Klingon!", "", "constructor"].map(languageTag),
	).toEqual(["de", "en", "en-US", "pt-BR", undefined, undefined, undefined]);
});

test("languages as TeX names them; those that it has no name for keep their tag", () => {
	expect(
		["en", "en-US", "en-GB", "de", "de-AT", "fr", "zh-Hans", "__proto__"].map(babelName),
	).toEqual([
		"english",
		"american",
		"british",
		"ngerman",
		"naustrian",
		"french",
		"zh-Hans",
		"__proto__",
	]);
});
