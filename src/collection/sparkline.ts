import type { Entry } from "../entry/read.ts";

/** Papers in a stretch of time: a quarter, or a year in a collection of more than ten years. */
export interface Count {
	/** `2026 Q2`, or `2026`. */
	period: string;
	count: number;
}

const MOST_QUARTERS = 40;

/**
 * How many of `entries` fall into each quarter or year from the first to the last
 * date of `all`, so that the counts of different topics stand side by side.
 * Empty when nothing in `all` has a date.
 */
export function countsOverTime(entries: readonly Entry[], all: readonly Entry[]): Count[] {
	const dates = all.flatMap(({ paper }) => paper.date ?? []).sort();
	const [first, last] = [dates[0], dates.at(-1)];
	if (!first || !last) return [];
	const quarters = quarterOf(last) - quarterOf(first) + 1;
	const indexOf = quarters > MOST_QUARTERS ? yearOf : quarterOf;
	const start = indexOf(first);
	const counts = Array.from({ length: indexOf(last) - start + 1 }, (_, index) => ({
		period: indexOf === yearOf ? String(start + index) : quarterName(start + index),
		count: 0,
	}));
	for (const { paper } of entries) {
		const count = paper.date && counts[indexOf(paper.date) - start];
		if (count) count.count += 1;
	}
	return counts;
}

function yearOf(date: string): number {
	return Number(date.slice(0, 4));
}

function quarterOf(date: string): number {
	return yearOf(date) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}

function quarterName(quarter: number): string {
	return `${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`;
}
