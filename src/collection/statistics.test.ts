import { describe, expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import type { Paper } from "../paper/schema.ts";
import {
	discussedPapers,
	frequentTerms,
	papersOverTime,
	topicPairs,
	topicsOverTime,
} from "./statistics.ts";

const entry = (paper: Partial<Paper>): Entry => entryOf({ id: "paper", ...paper });
const dated = (...dates: (string | undefined)[]) => dates.map((date) => entry({ date }));
const topic = (id: string, entries: readonly Entry[]) => ({ id, name: id, entries });

describe("papers over time", () => {
	const table = (...dates: (string | undefined)[]) => {
		const { unit, periods, withoutMonth, undated } = papersOverTime(dated(...dates));
		const rows = periods.map(({ year, month, count }) => [year, month, count]);
		return { unit, rows, undated, ...(withoutMonth > 0 ? { withoutMonth } : {}) };
	};

	test("months without papers stand between those with some", () => {
		expect(table("2026-02-01", "2025-11-30", undefined, "2026-02-28")).toEqual({
			unit: "month",
			rows: [
				[2025, 11, 1],
				[2025, 12, 0],
				[2026, 1, 0],
				[2026, 2, 2],
			],
			undated: 1,
		});
	});

	test("ten years are months, a month more is years", () => {
		expect(table("2016-01-31", "2025-12-01").rows).toHaveLength(120);
		const longer = table("2016-01-31", "2026-01-01");
		expect(longer.unit).toBe("year");
		expect(longer.rows).toHaveLength(11);
		expect(longer.rows.at(-1)).toEqual([2026, undefined, 1]);
	});

	test("from the first journal to the end of the century", () => {
		const { rows } = table("1665-03-06", "2099-12-31");
		expect(rows).toHaveLength(435);
		expect([rows[0], rows.at(-1)]).toEqual([
			[1665, undefined, 1],
			[2099, undefined, 1],
		]);
	});

	test("a paper without a month is told beside the months; where most have none, years are counted", () => {
		expect(table("2026", "2026-02", "2026-01-31")).toEqual({
			unit: "month",
			rows: [
				[2026, 1, 1],
				[2026, 2, 1],
			],
			undated: 0,
			withoutMonth: 1,
		});
		expect(table("2026", "2026", "2024-05", undefined)).toEqual({
			unit: "year",
			rows: [
				[2024, undefined, 1],
				[2025, undefined, 0],
				[2026, undefined, 2],
			],
			undated: 1,
		});
	});

	test("nothing, one paper, and papers without dates", () => {
		expect(table()).toEqual({ unit: "month", rows: [], undated: 0 });
		expect(table(undefined, undefined)).toEqual({ unit: "month", rows: [], undated: 2 });
		expect(table("2024-02-29")).toEqual({ unit: "month", rows: [[2024, 2, 1]], undated: 0 });
	});
});

describe("topics over time", () => {
	test("largest first, equal ones as given, empty ones left out, undated papers in the total", () => {
		const { topics, of } = topicsOverTime([
			topic("nests", []),
			topic("song", dated("2025-01-01")),
			topic("flight", dated("2024-01-01")),
			topic("migration", dated("2026-05-01", "2024-02-01", "2026-01-01", undefined)),
		]);
		expect(of).toBe(3);
		expect(topics.map(({ id }) => id)).toEqual(["migration", "song", "flight"]);
		expect(topics[0]).toEqual({
			id: "migration",
			name: "migration",
			total: 4,
			years: [
				{ year: 2024, count: 1 },
				{ year: 2026, count: 2 },
			],
		});
	});

	test("of 300 topics the 24 largest", () => {
		const many = Array.from({ length: 300 }, (_, index) =>
			topic(`t${index}`, dated(...Array.from({ length: index }, () => "2026-01-01"))),
		);
		const { topics, of } = topicsOverTime(many);
		expect(of).toBe(299);
		expect(topics).toHaveLength(24);
		expect([topics[0]?.id, topics.at(-1)?.id]).toEqual(["t299", "t276"]);
	});

	test("no topics", () => {
		expect(topicsOverTime([])).toEqual({ topics: [], of: 0 });
		expect(topicPairs([])).toEqual({ topics: [], of: 0, pairs: [] });
	});
});

test("pairs of topics count the papers that both have, most first", () => {
	const [both, again, all, alone] = dated("2026-01-01", undefined, "2025-01-01", "2024-01-01");
	if (!both || !again || !all || !alone) throw new Error("four papers were made");
	const { topics, pairs } = topicPairs([
		topic("nests", [all]),
		topic("song", [both, again, all, alone, both]),
		topic("migration", [both, again, all]),
	]);
	expect(topics.map(({ id }) => id)).toEqual(["song", "migration", "nests"]);
	expect(pairs).toEqual([
		{ a: 0, b: 1, count: 3 },
		{ a: 0, b: 2, count: 1 },
		{ a: 1, b: 2, count: 1 },
	]);
});

describe("comments against date", () => {
	test("papers with both, most comments first; none is a number too", () => {
		const { papers, of } = discussedPapers([
			entry({ id: "quiet", date: "2026-01-01", commentCount: 0 }),
			entry({ id: "undated", commentCount: 9 }),
			entry({ id: "unknown", date: "2026-01-01" }),
			entry({ id: "loud", date: "2025-01-01", commentCount: 3 }),
		]);
		expect(of).toBe(2);
		expect(papers.map(({ id, comments }) => [id, comments])).toEqual([
			["loud", 3],
			["quiet", 0],
		]);
	});

	test("at most 200 papers, and how many there are", () => {
		const many = Array.from({ length: 301 }, (_, index) =>
			entry({ id: `p${index}`, date: "2026-01-01", commentCount: index }),
		);
		const { papers, of } = discussedPapers(many);
		expect([papers.length, of, papers.at(-1)?.comments]).toEqual([200, 301, 101]);
	});
});

describe("frequent terms", () => {
	test("count papers, not places; equal ones in the order of letters", () => {
		const entries = [
			entry({ title: "Wrens sing", abstract: "A wren sings, and a wren nests." }),
			entry({ title: "A wren’s nest" }),
			entry({ title: "Singing" }),
			entry({ title: "Swifts" }),
		];
		expect(frequentTerms(entries).map(({ count }) => count)).toEqual([2, 2, 2]);
		expect(frequentTerms(entries).map(({ word }) => word[0])).toEqual(["n", "s", "w"]);
	});

	test("a term of one paper is not frequent, and no more than 30 are shown", () => {
		expect(frequentTerms([entry({ title: "Wrens" })])).toEqual([]);
		const words = Array.from({ length: 40 }, (_, index) => `q${"abcdefghij"[index % 10]}x${index}`);
		const entries = [entry({ abstract: words.join(" ") }), entry({ abstract: words.join(" ") })];
		expect(frequentTerms(entries)).toHaveLength(30);
	});
});
