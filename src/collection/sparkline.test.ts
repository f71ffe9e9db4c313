import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import { countsOverTime } from "./sparkline.ts";

const dated = (...dates: (string | undefined)[]): Entry[] =>
	dates.map((date) => entryOf({ id: "a", date }));
const counts = (entries: Entry[], all = entries) =>
	countsOverTime(entries, all).map(({ period, count }) => `${period}: ${count}`);

test("quarters from the first to the last date of the collection", () => {
	const all = dated("2025-12-31", "2026-05-11", "2026-04", undefined);
	expect(counts(all)).toEqual(["2025 Q4: 1", "2026 Q1: 0", "2026 Q2: 2"]);
	expect(counts(dated("2026-05-11"), all)).toEqual(["2025 Q4: 0", "2026 Q1: 0", "2026 Q2: 1"]);
});

test("a year alone is in no quarter, and years are counted where most papers have no more", () => {
	expect(counts(dated("2024", "2026-01-01", "2026-02"))).toEqual(["2026 Q1: 2"]);
	expect(counts(dated("2024", "2024", "2026-01-01"))).toEqual(["2024: 2", "2025: 0", "2026: 1"]);
});

test("more than ten years are counted by year", () => {
	const all = dated("2015-12-31", "2026-01-01");
	expect(counts(all)).toHaveLength(12);
	expect(counts(all).at(-1)).toBe("2026: 1");
	expect(counts(dated(undefined))).toEqual([]);
});
