import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inlineSource, repair, unknownMacros } from "./repair.ts";

const mended = (text: string) => inlineSource(repair({ text, line: 1, column: 1 }).pieces);

test.each([
	["by up to sim!2 points", "by up to ~2 points"],
	["about sim10 of them, sim5% more", "about ~10 of them, ~5% more"],
	["up to 2.5!times kernel-level", "up to 2.5× kernel-level"],
	["approximately 2!times end-to-end", "approximately 2× end-to-end"],
	["20times faster, 2.2times slower", "20× faster, 2.2× slower"],
	["roughly 10{,}000times less", "roughly 10,000× less"],
	["a 256times 256 image", "a 256 × 256 image"],
	["1{,}000{,}000 papers", "1,000,000 papers"],
	["a ktimes k grouping", "a k × k grouping"],
	["(|A_{i,t}|times H_{i,t}), focusing", "($|A_{i,t}| \\times H_{i,t}$), focusing"],
	["D^3S operates", "D³S operates"],
	["a 138B token runx2014each from", "a 138B token run—each from"],
	["It isnx2019t the end", "It isn’t the end"],
	["a ``token'' is", "a “token” is"],
	["``the model's own'' words", "“the model's own” words"],
	["term as \"tokenization bias''.", "term as “tokenization bias”."],
	["``up to 20times''", "“up to 20×”"],
	["modules (\\eg, DINOv2)", "modules (e.g., DINOv2)"],
	["and \\etal. say", "and et al. say"],
	["up to 94.4\\% of", "up to 94.4% of"],
	["for \\$5 \\& more", "for $5 & more"],
	["an \\emph{important} word", "an important word"],
	["Byte-~and Word-Level", "Byte- and Word-Level"],
	["Figure~one", "Figure one"],
	["at https://github.com/a/b\\_c now", "at https://github.com/a/b_c now"],
	["greedy routing--a myopic", "greedy routing–a myopic"],
	["compared -- they often", "compared – they often"],
	["no more---ever", "no more—ever"],
])("%s becomes %s", (damaged, sound) => {
	expect(mended(damaged)).toBe(sound);
});

test.each([
	["a gap (~6x median gap) and ~40 papers"],
	["three times faster, many times, 20 times"],
	["sometimes, Times New Roman, timestamps, 3timestamps"],
	["simulate, sim2real transfer, sim1, SIM, similar"],
	["We propose \\ours, a framework"],
	["the top-k% tokens of o200k_base"],
	["Matrix2014 and x2019"],
	["https://x.y/~user--name/a_{b}times"],
	["run it with --verbose"],
	["x~N(0,1) and a~b"],
	["a formula $A_{i,t} 2times$ and `code--here`"],
	["C++, C#, 10^6, 2^n, snake_case_name, a_b"],
	["\"subwords manifest\", 'ing', the models' own"],
	["$5 and $6, R&D, 100%"],
	["1990--"],
	["a.org/x--y and n^2.5"],
	["\\|A_{i}\\| and x_{50%} and x_{a^b^c} and H_{j}|H_{j}"],
])("%s stays as it is", (sound) => {
	expect(mended(sound)).toBe(sound);
	expect(repair({ text: sound, line: 1, column: 1 }).repairs).toEqual([]);
});

test("each repair tells where it is, also in a text of several lines", () => {
	const { repairs } = repair({ text: "first 2times\nthen ``so'' and 3times", line: 7, column: 3 });
	expect(repairs).toEqual([
		{ from: "2times", to: "2×", rule: "\\times after a number", line: 7, column: 9 },
		{ from: "``so''", to: "“so”", rule: "TeX quotation marks", line: 8, column: 6 },
		{ from: "3times", to: "3×", rule: "\\times after a number", line: 8, column: 17 },
	]);
});

test("what has been repaired needs no repair: every line of the first listing", () => {
	for (const line of readFileSync("tests/fixtures/listings/000_b91141bbd423acf1.txt", "utf8").split(
		"\n",
	)) {
		expect(mended(mended(line))).toBe(mended(line));
	}
});

test("a long text without an end to its marks takes no long time", () => {
	const started = performance.now();
	for (const mark of [
		"``",
		'"',
		"\\emph{",
		"$",
		"`",
		"2{,}",
		"ktimes ",
		"A_{",
		"sim1",
		"~a",
		"--",
	]) {
		repair({ text: mark.repeat(20_000), line: 1, column: 1 });
	}
	expect(performance.now() - started).toBeLessThan(3_000);
});

test("macros that only the authors know are named", () => {
	expect(
		unknownMacros(repair({ text: "\\ours and 5\\% of \\mymodel", line: 1, column: 1 }).pieces),
	).toEqual(["\\ours", "\\mymodel"]);
});
