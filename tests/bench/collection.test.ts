import { expect, test } from "vitest";
import { recordsFor } from "./collection.ts";

const corpus = Array.from({ length: 30 }, (_, index) => ({
	id: `paper-${index}`,
	title: `Title ${index}`,
	DOI: `10.1000/${index}`,
	URL: `https://papers.example/${index}`,
	issued: { "date-parts": [[2022, 2]] },
}));
const dayOf = (record: { issued?: { "date-parts"?: number[][] } } | undefined) =>
	record?.issued?.["date-parts"]?.[0]?.join("-");

test("twenty papers have one day, whatever the size of the collection", () => {
	const records = recordsFor(61, corpus);
	expect([0, 19, 20, 59, 60].map((at) => dayOf(records[at]))).toEqual([
		...["2026-6-30", "2026-6-30", "2026-6-29", "2026-6-28", "2026-6-27"],
	]);
	expect(recordsFor(25, corpus)).toEqual(records.slice(0, 25));
});

test("beyond the corpus its records come again as papers of their own", () => {
	const records = recordsFor(61, corpus);
	expect(records.slice(0, 30).map(({ DOI }) => DOI)).toEqual(corpus.map(({ DOI }) => DOI));
	expect(new Set(records.map(({ id }) => id)).size).toBe(61);
	expect(new Set(records.map(({ title }) => title)).size).toBe(61);
	expect(JSON.parse(JSON.stringify(records[60]))).toEqual({
		id: "paper-0-3",
		title: "Title 0 (copy 3)",
		issued: { "date-parts": [[2026, 6, 27]] },
	});
});
