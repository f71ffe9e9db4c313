import { expect, test } from "vitest";
import { Parts } from "./parts.ts";

test.each([
	["en", "models", ["models"], ["models"], true],
	["en", "Naïve,", ["naive"], ["naive"], true],
	["en", "state-of-the-art", ["stateoftheart", "state", "of", "the", "art"], undefined, false],
	["en", "snake_case", ["snakecase", "snake", "case"], undefined, false],
	["en", "—", [], [], true],
	["en", "2017", ["2017"], [], true],
	["en", "语言模型", ["语言模型"], ["语言模型"], true],
	["zh", "语言模型", ["语言模型", "语言", "模型"], undefined, false],
	["zh", "models", ["models"], ["models"], true],
])("in %s “%s” is found under %j", (language, part, words, stored = words, isPlain) => {
	const parts = new Parts(language);
	for (let time = 0; time < 2; time++) {
		expect(parts.of(part)).toEqual({ words, stored, isPlain });
	}
	expect(parts.areCut).toBe(language === "zh");
});

test("of more parts than are remembered each has its words", () => {
	const parts = new Parts("en");
	for (let at = 0; at < 200_100; at++) parts.of(`w${at}`);
	expect(parts.of("w7").words).toEqual(["w7"]);
	expect(parts.of("w200099").words).toEqual(["w200099"]);
});
