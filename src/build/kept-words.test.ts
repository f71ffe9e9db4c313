import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/site.ts";
import { digestOf } from "../cache/kept.ts";
import { numberedWords, useNumberedWords, type Worded } from "../collection/terms.ts";
import { type Words, wordsOf } from "../collection/words.ts";
import { keptWords } from "./kept-words.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
const file = path.join(folder, "words.bin");

const paper = (title: string, abstract: string): Worded => ({
	paper: { title, abstract, topics: ["song"] },
});
const robins = (): Worded[] => [
	paper("Robins sing", "Robins sing at dusk, and wrens answer robins."),
	paper("Wrens answer robins", "The wren's answers to a robin, at dusk and dawn."),
	paper("Swifts sleep", "Swifts sleep in flight; swifts seldom land."),
	paper("Swifts in flight", "Flights of swifts at dusk."),
];

const sumsOf = (papers: Worded[]) => papers.map((paper) => digestOf(JSON.stringify(paper)));

/** What is found when nothing is known. */
function anew(papers: Worded[]): Words {
	useNumberedWords({ words: [], stemOf: [], stems: [] }, []);
	return wordsOf(papers).words;
}

/** What is found with what the last build has kept, which is kept again. */
function again(papers: Worded[]): Words {
	useNumberedWords({ words: [], stemOf: [], stems: [] }, []);
	const kept = keptWords(file);
	const { words, known } = wordsOf(papers, kept.recall(papers, sumsOf(papers)));
	kept.keep(known);
	return words;
}

beforeEach(() => {
	again(robins());
});

test.each([
	["as they were", (papers: Worded[]) => papers],
	["in another order", (papers: Worded[]) => papers.toReversed()],
	["with one that is gone", (papers: Worded[]) => papers.slice(1)],
	[
		"with one that has words of its own",
		(papers: Worded[]) => papers.with(3, paper("Swifts nest", "Nesting swifts nest on nests.")),
	],
	[
		"with a new one, whose words others have",
		(papers: Worded[]) => [paper("Dusk", "Singing robins."), ...papers],
	],
])("papers %s have the words that they have when nothing is kept", (_, change) => {
	for (let build = 0; build < 2; build++) {
		const expected = anew(change(robins()));
		expect(expected.related.words.length).toBeGreaterThan(0);
		expect(again(change(robins()))).toEqual(expected);
	}
});

test("words are recalled, and not looked for again", () => {
	const kept = keptWords(file);
	const [first] = robins();
	const known = { ...first, paper: { ...(first as Worded).paper } };
	kept.recall([known], sumsOf([known]));
	known.paper.abstract = known.paper.title = "";
	expect(numberedWords([known]).numbers[0]?.length).toBeGreaterThan(5);
});
