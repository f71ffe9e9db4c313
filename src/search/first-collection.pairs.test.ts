import { expect, test } from "vitest";
import { built, papersOfContent } from "../../tests/search-index.ts";

const { papers } = papersOfContent();

test("phrases of the papers find the same with pairs and without, and Pagefind's files are the same", async () => {
	const whole = await built(papers);
	const paired = await built(papers, "en", [], { paired: { papers: 0, bytes: 250 } });
	expect(whole.files.contents.paired).toEqual([]);
	expect(paired.files.contents.paired.length).toBeGreaterThan(10);
	for (const query of phrases()) {
		const [a, b] = await Promise.all([whole.outcome(query), paired.outcome(query)]);
		expect(b.papers, query).toEqual(a.papers);
		expect(b.missing, query).toEqual(a.missing);
		expect(b.hits.map(placesByPaper), query).toEqual(a.hits.map(placesByPaper));
	}
	for (const [name, content] of whole.bundle) {
		if (/entry|pf_contents/.test(name)) continue;
		expect(Buffer.compare(paired.bundle.get(name) ?? new Uint8Array(), content), name).toBe(0);
	}
});

/** Titles, and runs of words of abstracts, some in a part and some left out. */
function phrases(): string[] {
	return papers.flatMap(({ title, abstract }) => {
		const words = abstract.split(/\s+/).map((word) => word.replaceAll(/["“”„]/g, ""));
		const runs = words.flatMap((_, at) => {
			if (at % 4 !== 0) return [];
			return `${["", "title:", "-"][(at / 4) % 3]}"${words.slice(at, at + 2 + (at % 5)).join(" ")}"`;
		});
		return [`"${title}"`, ...runs];
	});
}

function placesByPaper(hits: ReadonlyMap<number, object>) {
	return [...hits]
		.sort(([a], [b]) => a - b)
		.map(([paper, hit]) => [
			paper,
			Object.values(hit).map((at: number[]) => at.toSorted((a, b) => a - b)),
		]);
}
