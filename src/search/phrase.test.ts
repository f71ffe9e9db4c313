import fc from "fast-check";
import { expect, test } from "vitest";
import { type Built, built, paper, reader } from "../../tests/search-index.ts";
import { IndexFiles } from "./index-files.ts";
import type { Hit } from "./match.ts";

/** With accents and without, of many parts, of one stem, with humps and signs, and rarer ones at the end. */
const WORDS =
	"the the the of of art state state-of-the-art models model naïve naive naïve-naive of-the GraphGraph deep,of GraphGraph deep “of—the” a swift wren".split(
		" ",
	);
const word = fc.constantFrom(...WORDS);
const text = (minLength: number, maxLength: number) =>
	fc.array(word, { minLength, maxLength }).map((words) => words.join(" "));
const someone = fc.record({
	title: text(1, 4),
	abstract: text(0, 20),
	authors: fc.array(text(1, 2), { maxLength: 2 }),
	organization: fc.option(
		text(1, 3).map((name) => ({ name, handle: "lab" })),
		{ nil: null },
	),
});
const phrase = fc
	.tuple(fc.constantFrom("", "", "title:", "author:", "-"), text(2, 5))
	.map(([before, words]) => `${before}"${words}"`);

/** What a query finds: the papers in order, and where in each. */
async function answer(index: Built, query: string) {
	const { papers, hits, missing } = await index.outcome(query);
	return {
		papers,
		missing: missing.map(({ text }) => text),
		hits: hits.map((some) =>
			[...some].sort(([a], [b]) => a - b).map(([number, hit]) => [number, inOrder(hit)]),
		),
	};
}

/** As often as a word stands at a place. */
function inOrder(hit: Hit) {
	return Object.entries(hit).map(([part, at]) => [
		part,
		at.toSorted((a: number, b: number) => a - b),
	]);
}

test("a phrase finds the same papers at the same places with pairs and without", async () => {
	let found = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(someone, { minLength: 2, maxLength: 9 }),
			fc.array(fc.oneof(phrase, word), { minLength: 40, maxLength: 40 }),
			fc.constantFrom(0, 30, 50, 90),
			async (given, queries, bytes) => {
				const papers = given.map((one, number) => paper({ ...one, id: `p${number}` }));
				const whole = await built(papers);
				const paired = await built(papers, "en", [], { paired: { papers: 0, bytes } });
				expect(whole.files.contents.pairs).toEqual([]);
				for (const query of queries) {
					const expected = await answer(whole, query);
					expect(await answer(paired, query), query).toEqual(expected);
					found += expected.papers.length;
				}
			},
		),
		{ numRuns: 25 },
	);
	expect(found).toBeGreaterThan(1000);
}, 120_000);

const birds = Array.from({ length: 60 }, (_, number) =>
	paper({
		title: `Wren ${number}`,
		abstract: `the song of the wren in the state-of-the-art nest ${number % 7 ? "" : "of a swift"}`,
		id: `wren-${number}`,
	}),
);

/** Opens an index of birds and tells the kinds of files that are read for a query. */
async function readFor(query: string) {
	const { outcome, files } = await built(birds, "en", [], { paired: { papers: 60, bytes: 300 } });
	expect(files.contents.paired).toContain("the");
	expect(files.contents.paired).not.toContain("swift");
	const read: string[] = [];
	const places = files.places.bind(files);
	files.places = (stem) => {
		read.push(stem);
		return places(stem);
	};
	const { matching } = await outcome(query);
	return { read, matching: matching.length };
}

test.each([
	['"of the"', []],
	['"the state of the art"', []],
	['"of the wren in the"', []],
	['"of a swift"', ["a", "swift"]],
	['"swift of"', ["swift"]],
	['"the the"', ["the", "the"]],
])("for %s the places of %j are read", async (query, stems) => {
	expect((await readFor(query)).read).toEqual(stems);
});

test("fewer papers than pairs are kept for have none", async () => {
	const { bundle, files } = await built(birds, "en", [], { paired: { papers: 61, bytes: 0 } });
	expect(files.contents.paired).toEqual([]);
	expect([...bundle.keys()].filter((name) => name.startsWith("pairs/"))).toEqual([]);
});

test("a file of pairs that cannot be had is told", async () => {
	const { bundle, files } = await built(birds, "en", [], { paired: { papers: 0, bytes: 300 } });
	const left = new Map([...bundle].filter(([name]) => !name.endsWith(".pf_pair")));
	const without = await IndexFiles.open(reader(left));
	await expect(without.pair("of", "the")).rejects.toThrow("there is no pairs/");
	expect((await files.pair("of", "the"))?.beside.size).toBe(60);
});
