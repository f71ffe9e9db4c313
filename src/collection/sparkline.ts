import type { Entry } from "../entry/read.ts";
import { dateParts, type PaperDate } from "../paper/dates.ts";
import { countsByYear } from "./statistics.ts";

/** Papers in a stretch of time: a quarter, or a year where {@link countsByYear} or in a collection of more than ten years. */
export interface Count {
	/** `2026 Q2`, or `2026`. */
	period: string;
	count: number;
}

const MOST_QUARTERS = 40;

/**
 * How many of `entries` fall into each quarter or year from the first to the last
 * date of `all`, so that the counts of different topics stand side by side. A paper
 * without a month stands in no quarter. Empty when nothing in `all` has a date.
 */
export function countsOverTime(entries: readonly Entry[], all: readonly Entry[]): Count[] {
	let span = spans.get(all);
	if (!span) spans.set(all, (span = spanOf(all)));
	const { byYear, first, last } = span;
	if (!first || !last) return [];
	const indexOf = byYear ? yearOf : quarterOf;
	const counts = Array.from({ length: last - first + 1 }, (_, index) => ({
		period: byYear ? String(first + index) : quarterName(first + index),
		count: 0,
	}));
	for (const { paper } of entries) {
		const count = paper.date && counts[(indexOf(paper.date) ?? -1) - first];
		if (count) count.count += 1;
	}
	return counts;
}

/** From which to which quarter or year a collection reaches. */
interface Span {
	byYear: boolean;
	first: number | undefined;
	last: number | undefined;
}

/** Each topic asks for that of all papers. */
const spans = new WeakMap<readonly Entry[], Span>();

function spanOf(all: readonly Entry[]): Span {
	const dates = all.flatMap(({ paper }) => paper.date ?? []).sort();
	const quarters = dates.flatMap((date) => quarterOf(date) ?? []);
	const span = (quarters.at(-1) ?? 0) - (quarters[0] ?? 0) + 1;
	const byYear = countsByYear(dates) || span > MOST_QUARTERS;
	const [first, last] = byYear
		? [dates[0], dates.at(-1)].map((date) => date && yearOf(date))
		: [quarters[0], quarters.at(-1)];
	return { byYear, first: first || undefined, last: last || undefined };
}

function yearOf(date: PaperDate): number {
	return dateParts(date).year;
}

function quarterOf(date: PaperDate): number | undefined {
	const { year, month } = dateParts(date);
	return month && year * 4 + Math.floor((month - 1) / 3);
}

function quarterName(quarter: number): string {
	return `${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`;
}
