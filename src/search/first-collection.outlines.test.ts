import { expect, test } from "vitest";
import { built, papersOfContent } from "../../tests/search-index.ts";
import type { Hit } from "./match.ts";
import { page } from "./refine.ts";

const { papers } = papersOfContent();

test("common words in outline find the same papers, and stand in those that are shown where the index says", async () => {
	const whole = await built(papers, "en", [], { common: Number.POSITIVE_INFINITY });
	const outlined = await built(papers, "en", [], { common: 2 });
	expect(whole.files.contents.outlines).toEqual([]);
	let common = 0;
	for (const query of queries()) {
		const [a, b] = await Promise.all([whole.outcome(query), outlined.outcome(query)]);
		expect(b.matching, query).toEqual(a.matching);
		expect(b.partial, query).toBe(a.partial);
		expect(b.corrections, query).toEqual(a.corrections);
		common += b.outlined.length;
		for (const { paper } of await page(outlined.files, b)) {
			b.hits.forEach((hits, index) => {
				const expected = places(a.hits[index]?.get(paper));
				expect(places(hits.get(paper)), `${query}: ${index}`).toEqual(expected);
			});
		}
	}
	expect(common).toBeGreaterThan(1000);
});

/** Runs of words of every paper, some misspelled, some asked for in a part. */
function queries(): string[] {
	return papers.flatMap(({ title, abstract }) => {
		const words = `${title} ${abstract}`.match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
		return words.flatMap((word, at) => {
			if (at % 6 !== 0) return [];
			const some = words.slice(at, at + 3).join(" ");
			if (at % 30 === 0) return [`title:${word} ${words[at + 1]}`];
			if (at % 30 === 6) return [`${some} -${words[at + 3] ?? "token"}`];
			return at % 30 === 12 ? [`${some} ${word.slice(0, 3)}${word.slice(4)}`] : [some];
		});
	});
}

function places(hit: Hit | undefined) {
	return Object.entries(hit ?? {}).map(([part, at]) => [
		part,
		[...new Set(at as number[])].sort((a, b) => a - b),
	]);
}
