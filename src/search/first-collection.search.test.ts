import { beforeAll, expect, test } from "vitest";
import { type Built, built, papersOfContent } from "../../tests/search-index.ts";

let index: Built;

beforeAll(async () => {
	const { papers, topics } = papersOfContent();
	index = await built(papers, "en", topics);
});

/** Checks every paper by a query made of its title: its own paper has to come first. */
async function expectFirst(queryOf: (title: string) => string): Promise<void> {
	const first = await Promise.all(
		index.papers.map(async ({ title }) => (await index.find(queryOf(title)))[0]),
	);
	expect(first).toEqual(index.papers.map(({ title }) => title));
}

/** A title without what a query would read as its own. */
const words = (title: string) => title.split(/\s+/);
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

test("every paper is the first for its own title", () => expectFirst((title) => title));

test("every paper is the first for its own title as a phrase", () =>
	expectFirst((title) => `"${title}"`));

test("every paper is the first for its title in reverse order", () =>
	expectFirst((title) => words(title).reverse().join(" ")));

test.each([
	["a letter left out", (word: string, at: number) => word.slice(0, at) + word.slice(at + 1)],
	[
		"a wrong letter",
		(word: string, at: number) =>
			word.slice(0, at) + LETTERS[(LETTERS.indexOf(word[at] ?? "") + 7) % 26] + word.slice(at + 1),
	],
	["a letter twice", (word: string, at: number) => word.slice(0, at) + word[at] + word.slice(at)],
	[
		"two letters swapped",
		(word: string, at: number) =>
			word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
	],
])("every paper is the first for its title with %s in the longest word", async (_, mistype) => {
	await expectFirst((title) => {
		const [longest = ""] = (title.match(/\p{L}+/gu) ?? []).sort((a, b) => b.length - a.length);
		return title.replace(longest, mistype(longest.toLowerCase(), Math.floor(longest.length / 2)));
	});
});

test("every paper is found by each word of its title and of its abstract", async () => {
	const missing: string[] = [];
	for (const [number, { title, abstract }] of index.papers.entries()) {
		// One letter by itself, of “i.e.” or a formula, is nothing to look for.
		const read = `${title} ${abstract}`.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]+/gu) ?? [];
		for (const word of new Set(read)) {
			const { matching, corrections } = await index.outcome(`"${word}"`);
			if (!matching.includes(number) || corrections.length > 0) missing.push(`${number}: ${word}`);
		}
	}
	expect(missing).toEqual([]);
});

test("the same search gives the same order each time", async () => {
	const again = await built(index.papers);
	for (const query of ["token", "language model", "tok", "tokeniser langauge", "reasoning -llm"]) {
		const order = await index.find(query);
		expect(order.length, query).toBeGreaterThan(1);
		expect(await index.find(query)).toEqual(order);
		expect(await again.find(query)).toEqual(order);
	}
});

test.each([
	[
		"turkish",
		"Optimal Turkish Subword Strategies at Scale: Systematic Evaluation of Data, Vocabulary, Morphology Interplay",
	],
	["halucination", "Scalable Token-Level Hallucination Detection in Large Language Models"],
	["audio tokens survey", "Discrete Audio Tokens: More Than a Survey!"],
	[
		"african languages cost",
		"The African Language Tax: Quantifying the Cost, Latency, and Context Penalty of Tokenizing African Languages in Frontier LLMs",
	],
	[
		"needle haystack",
		"Needle Threading: Can LLMs Follow Threads through Near-Million-Scale Haystacks?",
	],
	[
		"D³S",
		"Learning More with Less: A Dynamic Dual-Level Down-Sampling Framework for Efficient Policy Optimization",
	],
	["NVFP4", "ReSET: Accurate Latency-Critical NVFP4 Reasoning via Step-Aware Temperature Scaling"],
	["org:ucsb", "Length Value Model: Scalable Value Pretraining for Token-Level Length Modeling"],
])("%s finds first what a reader means", async (query, title) => {
	expect((await index.find(query))[0]).toBe(title);
});
