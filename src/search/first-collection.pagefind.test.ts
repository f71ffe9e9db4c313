import { expect, onTestFinished, test } from "vitest";
import { differentWords, lostPhrases, pagefindOf } from "../../tests/pagefind.ts";
import { built, papersOfContent } from "../../tests/search-index.ts";

test("Pagefind's own engine finds the same in the bundle as we do", async () => {
	const { papers, topics } = papersOfContent();
	const index = await built(papers, "en", topics);
	const pagefind = await pagefindOf(index);
	onTestFinished(pagefind.remove);
	expect(await differentWords(index, pagefind.find)).toEqual([]);
	expect(await lostPhrases(index, pagefind.find)).toEqual([]);
});
