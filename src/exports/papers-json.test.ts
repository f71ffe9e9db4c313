import { expect, test } from "vitest";
import type { Paper } from "../paper/schema.ts";
import { papersJsonSchema } from "./contracts.ts";
import { papersJson, partCount, partJson } from "./papers-json.ts";

const papers = (count: number, abstract = "") =>
	Array.from(
		{ length: count },
		(_, at): Paper => ({ id: `p${at}`, title: `Paper ${at}`, abstract, topics: [], links: {} }),
	);
const address = (id: string) => `https://example.org/papers/${id}/`;
const part = (number: number) => `https://example.org/papers/part/${number}.json`;

/** What a program finds in papers.json, and in all parts that it names. */
function read(of: readonly Paper[], most: number) {
	const whole = papersJsonSchema.parse(papersJson(of, [], address, part, most));
	const parts = whole.parts.map((_, at) => partJson(of, at + 1, address, part));
	return { ...whole, all: parts.flatMap((one) => one.papers) };
}

test("up to 5,000 papers all stand in papers.json; beyond, the newest, and the parts have all", () => {
	const small = read(papers(5_000), 5_000);
	expect([small.total, small.papers.length]).toEqual([5_000, 5_000]);
	expect(small.all).toEqual(small.papers);
	const large = read(papers(5_001), 5_000);
	expect([large.total, large.papers.length, large.parts.length]).toEqual([5_001, 500, 11]);
	expect(large.all.map(({ id }) => id)).toEqual(papers(5_001).map(({ id }) => id));
	expect(large.papers).toEqual(large.all.slice(0, 500));
});

test("papers.json never is larger than hosts take, however long the abstracts", () => {
	const long = papers(600, "ü".repeat(25_000));
	const { total, papers: held, all } = read(long, 5_000);
	expect([total, held.length, all.length]).toEqual([600, 500, 600]);
	expect(partCount(0)).toBe(1);
	expect(read([], 5_000)).toMatchObject({ total: 0, papers: [], all: [] });
});
