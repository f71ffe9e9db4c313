import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import type { Paper } from "../paper/schema.ts";
import { canTrend, trending, trendingFirst, upperHalf } from "./trending.ts";

const entry = (id: string, paper: Partial<Paper>): Entry => entryOf({ id, ...paper });

const ids = (entries: readonly Entry[]) => entries.map(({ paper }) => paper.id);
const listed = (day: string) => ({ listing: "a.txt", listed: day });

test("30 days weigh as much as half of the comments and upvotes", () => {
	const old = entry("old", { date: "2026-05-01", commentCount: 8 });
	const as = (commentCount: number) => entry("new", { date: "2026-05-31", commentCount });
	expect(ids(trendingFirst([old, as(5)]))).toEqual(["new", "old"]);
	expect(ids(trendingFirst([old, as(3)]))).toEqual(["old", "new"]);
	// The same strength: they stay in the order of the collection.
	expect(ids(trendingFirst([as(4), old]))).toEqual(["new", "old"]);
	expect(ids(trendingFirst([old, as(4)]))).toEqual(["old", "new"]);
});

test("a comment counts as much as an upvote", () => {
	const date = "2026-05-01";
	const entries = [
		entry("three", { date, commentCount: 3 }),
		entry("five", { date, commentCount: 1, upvotes: 4 }),
		entry("four", { date, upvotes: 4 }),
	];
	expect(ids(trendingFirst(entries))).toEqual(["five", "four", "three"]);
});

test("papers that nobody discussed stand below, in their order, and so does one without a day", () => {
	const entries = [
		entry("b", { date: "2026-05-02" }),
		entry("undated", { commentCount: 90 }),
		entry("a", { date: "2026-05-01", commentCount: 0 }),
		entry("discussed", { date: "2026-05-01", commentCount: 1 }),
	];
	expect(ids(trendingFirst(entries))).toEqual(["discussed", "b", "undated", "a"]);
});

test("only papers of the 180 days before the newest paper are trending", () => {
	const entries = [
		entry("newest", { date: "2026-06-30" }),
		entry("just", { date: "2026-01-01", commentCount: 1 }),
		entry("no longer", { date: "2025-12-31", commentCount: 1000 }),
	];
	expect(ids(trending(entries, entries))).toEqual(["just"]);
});

test("an undated paper counts from its listing, and a date after the listing is not believed", () => {
	const entries = [
		entry("mistyped", { date: "2099-06-01", source: listed("2026-06-01"), commentCount: 2 }),
		entry("undated", { source: listed("2026-06-01"), commentCount: 3 }),
		entry("dated", { date: "2026-05-01", source: listed("2026-06-01"), commentCount: 3 }),
	];
	expect(ids(trending(entries, entries))).toEqual(["undated", "mistyped", "dated"]);
});

test("papers three hundred years apart are still told apart", () => {
	const entries = [
		entry("1665", { date: "1665-03-06", commentCount: 1 }),
		entry("1666", { date: "1666-03-06", commentCount: 1 }),
		entry("2099", { date: "2099-01-01", commentCount: 1 }),
	];
	expect(ids(trendingFirst(entries))).toEqual(["2099", "1666", "1665"]);
});

test("above a list of five stand two at most, and none that nobody discussed", () => {
	const of = (...counts: number[]) =>
		counts.map((commentCount, index) =>
			entry(`p${index}`, { date: "2026-05-01", ...(commentCount ? { commentCount } : {}) }),
		);
	expect(ids(upperHalf(of(1, 5, 3, 2, 4)))).toEqual(["p1", "p4"]);
	expect(ids(upperHalf(of(0, 0, 3, 0, 0)))).toEqual(["p2"]);
	expect(ids(upperHalf(of(9)))).toEqual([]);
});

test("a collection without comments and upvotes has nothing that trends", () => {
	const quiet = [
		entry("a", { date: "2026-05-01" }),
		entry("b", { date: "2026-05-01", upvotes: 0 }),
	];
	expect(trending(quiet, quiet)).toEqual([]);
	expect(trending([], [])).toEqual([]);
	expect(canTrend(quiet)).toBe(false);
	expect(canTrend([entry("alone", { date: "2026-05-01", upvotes: 9 })])).toBe(false);
});

test("a month and a year count from their first day", () => {
	const year = entry("year", { date: "2026", commentCount: 4 });
	const month = entry("month", { date: "2026-05", commentCount: 4 });
	const before = entry("before", { date: "2025-12-31", commentCount: 4 });
	const between = entry("between", { date: "2026-04-30", commentCount: 4 });
	const entries = [before, year, between, month];
	expect(ids(trendingFirst(entries))).toEqual(["month", "between", "year", "before"]);
	expect(ids(trending(entries, entries))).toEqual(["month", "between", "year", "before"]);
	const late = entry("late", { date: "2026", commentCount: 4, source: listed("2025-12-30") });
	expect(ids(trendingFirst([late, before]))).toEqual(["before", "late"]);
});
