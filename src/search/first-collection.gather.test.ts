import { expect, test } from "vitest";
import { built, papersOfContent } from "../../tests/search-index.ts";
import { gather } from "./gather.ts";
import { intersection } from "./match.ts";
import { parseQuery } from "./query.ts";
import { resolve } from "./resolve.ts";

const { papers } = papersOfContent();

test("words looked for in records stand where the index says, in every paper that rare words leave", async () => {
	const { files } = await built(papers);
	let compared = 0;
	for (const { title, abstract } of papers) {
		// Words of each paper: some rare, some in most of the papers.
		const words = `${title} ${abstract}`.match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
		for (let at = 0; at + 4 < words.length; at += 5) {
			const { terms } = parseQuery(words.slice(at, at + 5).join(" "));
			const all = await Promise.all(terms.map((term) => resolve(files, term)));
			const asked = all.filter(({ stop }) => !stop);
			const inIndex = await gather(files, asked, () => true, Number.POSITIVE_INFINITY);
			const inRecords = await gather(files, asked, () => true, 3);
			const found = intersection(inIndex.hits.filter(({ size }) => size > 0));
			const same = intersection(inRecords.hits.filter(({ size }) => size > 0));
			expect(same.toSorted(), terms.map(({ text }) => text).join(" ")).toEqual(found.toSorted());
			for (const paper of found) {
				inRecords.hits.forEach((hits, index) => {
					expect(sorted(hits.get(paper)), asked[index]?.term.text).toEqual(
						sorted(inIndex.hits[index]?.get(paper)),
					);
				});
			}
			compared += found.length;
		}
	}
	expect(compared).toBeGreaterThan(500);
});

function sorted(hit: object | undefined) {
	return Object.entries(hit ?? {}).map(([part, at]) => [
		part,
		[...new Set(at as number[])].sort((a, b) => a - b),
	]);
}
