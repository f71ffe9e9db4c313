import { expect, test } from "vitest";
import {
	discussedCaption,
	overTimeCaption,
	pairsCaption,
	termsCaption,
	topicsCaption,
} from "./captions.ts";

const month = (year: number, month: number, count: number) => ({ year, month, count });
const topic = (name: string, ...counts: [year: number, count: number][]) => ({
	id: name,
	name,
	total: counts.reduce((total, [, count]) => total + count, 0),
	years: counts.map(([year, count]) => ({ year, count })),
});

test("papers over time: from when to when, and the fullest one or two", () => {
	const caption = (periods: ReturnType<typeof month>[], undated = 0, withoutMonth = 0) =>
		overTimeCaption({ unit: "month", periods, withoutMonth, undated });
	expect(caption([month(2025, 12, 1), month(2026, 1, 4), month(2026, 2, 4)], 1)).toBe(
		"9 papers from December 2025 to February 2026. Most are of January 2026 and February 2026: 4 each. 1 paper has no date.",
	);
	expect(caption([month(2026, 1, 1), month(2026, 2, 1), month(2026, 3, 1)], 2)).toBe(
		"3 papers from January 2026 to March 2026. No month has more than 1. 2 papers have no date.",
	);
	expect(caption([month(2026, 1, 1200)])).toBe("1,200 papers in January 2026.");
	expect(caption([month(2026, 1, 2)], 1, 3)).toBe(
		"2 papers in January 2026. 3 papers have a year but no month. 1 paper has no date.",
	);
	expect(caption([], 3)).toBe("No paper has a date yet.");
});

test("topics: the largest, the fullest year, and how many are left out", () => {
	const topics = [topic("Song", [2024, 2], [2026, 2]), topic("Nests", [2026, 3])];
	expect(topicsCaption({ topics, of: 300 })).toBe(
		"The largest topic is Song, with 4 papers. Most in one year: 3, on Nests in 2026. All are drawn to one scale. The 2 largest of 300 topics are shown.",
	);
	expect(topicsCaption({ topics: [], of: 0 })).toBe("No paper has a topic yet.");
	expect(topicsCaption({ topics: [topic("Song")], of: 1 })).toBe(
		"No paper on a topic has a date yet.",
	);
});

test("pairs: the most frequent, unless they are many", () => {
	const topics = [topic("Song"), topic("Nests"), topic("Flight")];
	const pair = (a: number, b: number, count: number) => ({ a, b, count });
	expect(pairsCaption({ topics, of: 3, pairs: [pair(0, 1, 5), pair(1, 2, 5)] })).toBe(
		"Most often together: Song with Nests, and Nests with Flight, in 5 papers each. Of 3 possible pairs, 2 occur.",
	);
	expect(pairsCaption({ topics, of: 3, pairs: [pair(0, 1, 1)] })).toBe(
		"No two topics share more than 1 paper. Of 3 possible pairs, 1 occurs.",
	);
	const all = [pair(0, 1, 1), pair(0, 2, 1), pair(1, 2, 1)];
	expect(pairsCaption({ topics, of: 3, pairs: all })).toBe(
		"No two topics share more than 1 paper. Of 3 possible pairs, 3 occur.",
	);
	expect(pairsCaption({ topics, of: 3, pairs: [] })).toBe("No paper has two topics yet.");
});

test("comments: the most discussed paper, and how many are known", () => {
	const paper = { id: "wren", title: "The wren", date: "2023-12-31", comments: 1 };
	expect(discussedCaption({ papers: [paper], of: 301 })).toBe(
		"Most discussed: “The wren” of 31 December 2023, with 1 comment. 301 papers have both a date and a number of comments. The 1 most discussed are drawn.",
	);
	expect(discussedCaption({ papers: [], of: 0 })).toBe(
		"No paper has both a date and a number of comments.",
	);
});

test("terms: the first one", () => {
	expect(termsCaption([{ word: "wren", count: 2 }], 3)).toMatch(
		/^“wren” stands in 2 of 3 papers\./,
	);
	expect(termsCaption([], 1)).toBe("No term stands in two papers yet.");
});

test("comments: papers without a day are not drawn, and the caption says so", () => {
	const papers = ["2023-12-31", "2023-12", "2023"].map((date) => ({
		id: date,
		title: "The wren",
		date,
		comments: 2,
	}));
	expect(discussedCaption({ papers, of: 3 })).toBe(
		"Most discussed: “The wren” of 31 December 2023, with 2 comments. 3 papers have both a date and a number of comments. 2 papers without a day are only in the table.",
	);
	expect(discussedCaption({ papers: papers.slice(1, 2), of: 1 })).toBe(
		"Most discussed: “The wren” of December 2023, with 2 comments. 1 paper has both a date and a number of comments. 1 paper without a day is only in the table.",
	);
});
