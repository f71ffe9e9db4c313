import { expect, test } from "vitest";
import { bibtex } from "./bibtex.ts";

test("a BibTeX entry whose braces nest too deep is refused at its place, at once, and the others are imported", () => {
	const nested = (times: number) => `${"\\\\frac{".repeat(times)}x${"}{1}".repeat(times)}`;
	const source = [
		"@misc{first, title = {On Owls}}",
		`@misc{deep,\n title = {On Wrens},\n abstract = {$${nested(4_000)}$}\n}`,
		`@misc{fine, title = {On Crows}, abstract = {$${nested(9)}$}}`,
	];
	const started = performance.now();
	const { papers, rejections } = bibtex.parse(source.join("\n"), "a.bib", {});
	expect(performance.now() - started).toBeLessThan(1_500);
	expect(papers.map(({ title }) => title.text)).toEqual(["On Owls", "On Crows"]);
	expect(rejections).toEqual([
		{ line: 2, title: "deep", reason: "braces nested more than 30 deep", key: "deep" },
	]);
	const macro = bibtex.parse(`@string{a = "${"{".repeat(99)}"}\n${source[0]}`, "a.bib", {});
	expect(macro.papers).toHaveLength(1);
	expect(macro.rejections.map(({ title }) => title)).toEqual([
		"what stands before the first entry",
	]);
});

test("a BibTeX entry with more words and signs than the parser reads in a moment is refused, one with 5,000 authors is read", () => {
	const authors = Array.from({ length: 5_154 }, (_, at) => `Owl${at}, Jane A. and`).join(" ");
	const source = [
		"@misc{first, title = {On Owls}}",
		`@misc{long,\n title = {On Wrens},\n abstract = {${"! ".repeat(200_000)}}\n}`,
		`@misc{many, title = {On Crows}, author = {${authors} others}}`,
	];
	const started = performance.now();
	const { papers, rejections } = bibtex.parse(source.join("\n"), "a.bib", {});
	// It would take half a minute to read the second.
	expect(performance.now() - started).toBeLessThan(8_000);
	expect(papers.map(({ title }) => title.text)).toEqual(["On Owls", "On Crows"]);
	expect(papers[1]?.authors).toHaveLength(5_154);
	expect(rejections).toEqual([
		{
			line: 2,
			title: "long",
			reason: "an entry of more than 60,000 words and signs",
			key: "long",
		},
	]);
});
