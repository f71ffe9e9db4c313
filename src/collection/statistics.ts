import type { Entry } from "../entry/read.ts";
import { plainTitle } from "../entry/title.ts";
import { dateParts, type PaperDate } from "../paper/dates.ts";
import { compare } from "../paper/issues.ts";
import { typographic } from "../paper/typography.ts";
import { indexTerms, type Worded } from "./terms.ts";

/** Papers of one month or one year. */
export interface Period {
	year: number;
	/** 1–12; undefined where the period is the whole year. */
	month: number | undefined;
	count: number;
}

/** A table of periods, oldest first, those without papers included. */
export interface OverTime {
	unit: "month" | "year";
	periods: Period[];
	/** Papers of which only the year is known, which stand in no month. */
	withoutMonth: number;
	/** Papers without a date, which stand in no period. */
	undated: number;
}

/** A topic with its papers, as the model has it. */
export interface TopicEntries {
	id: string;
	name: string;
	entries: readonly Entry[];
}

/** A topic and its number of papers, undated ones included. */
export interface TopicSize {
	id: string;
	name: string;
	total: number;
}

/** A topic's papers by year, oldest first, years without any left out. */
export interface TopicYears extends TopicSize {
	years: { year: number; count: number }[];
}

/** Some topics of a collection, largest first. */
export interface Largest<T extends TopicSize> {
	topics: T[];
	/** How many topics have papers: more than `topics` where the small ones are left out. */
	of: number;
}

/** Papers that two topics share: never none. */
export interface TopicPair {
	/** Positions in the list of topics, `a < b`. */
	a: number;
	b: number;
	count: number;
}

/** A paper with its date and its number of comments at the source. */
export interface Discussed {
	id: string;
	/** In plain text. */
	title: string;
	date: PaperDate;
	comments: number;
}

/** A term and the number of papers that use it. */
export interface TermCount {
	word: string;
	count: number;
}

/** Months are counted up to ten years; a longer time is counted in years. */
const MOST_MONTHS = 120;
const MOST_TOPICS = 24;
const MOST_DISCUSSED = 200;
const MOST_TERMS = 30;

/** True where papers are to be counted by year, since of most only the year is known. */
export function countsByYear(dates: readonly PaperDate[]): boolean {
	const withMonth = dates.filter((date) => dateParts(date).month !== undefined);
	return dates.length > 2 * withMonth.length;
}

/**
 * Papers of each month from the first to the last dated one, or of each year where that is over
 * ten years, or where {@link countsByYear}.
 */
export function papersOverTime(entries: readonly Entry[]): OverTime {
	const dates = entries.flatMap(({ paper }) => paper.date ?? []);
	const undated = entries.length - dates.length;
	const months = new Map<number, number>();
	const years = new Map<number, number>();
	for (const { year, month } of dates.map(dateParts)) {
		add(years, year);
		if (month !== undefined) add(months, 12 * year + month - 1);
	}
	if (!countsByYear(dates) && span(months.keys()) <= MOST_MONTHS) {
		const periods = filled(months).map(([at, count]) => ({
			year: Math.floor(at / 12),
			month: (at % 12) + 1,
			count,
		}));
		const withoutMonth = dates.length - sum(months.values());
		return { unit: "month", periods, withoutMonth, undated };
	}
	const periods = filled(years).map(([year, count]) => ({ year, month: undefined, count }));
	return { unit: "year", periods, withoutMonth: 0, undated };
}

/** The 24 largest topics with their papers of each year. Topics without papers are left out. */
export function topicsOverTime(topics: readonly TopicEntries[]): Largest<TopicYears> {
	const { topics: largest, of } = largestTopics(topics);
	return {
		of,
		topics: largest.map(({ id, name, entries }) => {
			const years = new Map<number, number>();
			for (const { paper } of entries) if (paper.date) add(years, dateParts(paper.date).year);
			return {
				id,
				name,
				total: entries.length,
				years: [...years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, count })),
			};
		}),
	};
}

/** How many papers each two of the 24 largest topics share, most first. */
export function topicPairs(
	topics: readonly TopicEntries[],
): Largest<TopicSize> & { pairs: TopicPair[] } {
	const { topics: largest, of } = largestTopics(topics);
	const topicsOf = new Map<Entry, Set<number>>();
	for (const [position, { entries }] of largest.entries()) {
		for (const entry of entries) {
			topicsOf.set(entry, (topicsOf.get(entry) ?? new Set()).add(position));
		}
	}
	const counts = new Map<number, number>();
	for (const positions of topicsOf.values()) {
		for (const a of positions) {
			for (const b of positions) if (a < b) add(counts, a * MOST_TOPICS + b);
		}
	}
	return {
		of,
		topics: largest.map(({ id, name, entries }) => ({ id, name, total: entries.length })),
		pairs: [...counts]
			.sort(([a, m], [b, n]) => n - m || a - b)
			.map(([key, count]) => ({
				a: Math.floor(key / MOST_TOPICS),
				b: key % MOST_TOPICS,
				count,
			})),
	};
}

/** The 200 most discussed papers, most comments first, of those with both a date and a number of comments. */
export function discussedPapers(entries: readonly Entry[]): { papers: Discussed[]; of: number } {
	const all = entries.flatMap(({ paper: { id, title, date, commentCount } }) =>
		date && commentCount !== undefined
			? [{ id, title: typographic(plainTitle(title)), date, comments: commentCount }]
			: [],
	);
	const sorted = all.sort(
		(a, b) => b.comments - a.comments || compare(b.date, a.date) || compare(a.id, b.id),
	);
	return { papers: sorted.slice(0, MOST_DISCUSSED), of: all.length };
}

/** The 30 terms that stand in most papers, of those that stand in two at least. */
export function frequentTerms(entries: readonly Worded[]): TermCount[] {
	return indexTerms(entries)
		.map(({ word, papers }) => ({ word, count: papers.length }))
		.filter(({ count }) => count > 1)
		.sort((a, b) => b.count - a.count || compare(a.word, b.word))
		.slice(0, MOST_TERMS);
}

function largestTopics(topics: readonly TopicEntries[]) {
	const withPapers = topics.filter(({ entries }) => entries.length > 0);
	const sorted = withPapers.sort((a, b) => b.entries.length - a.entries.length);
	return { topics: sorted.slice(0, MOST_TOPICS), of: withPapers.length };
}

function add(counts: Map<number, number>, key: number, count = 1): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}

function sum(numbers: Iterable<number>): number {
	return [...numbers].reduce((total, number) => total + number, 0);
}

/** How many whole numbers there are from the smallest to the largest. */
function span(keys: Iterable<number>): number {
	const { first, last } = ends(keys);
	return Math.max(0, last - first + 1);
}

function filled(counts: ReadonlyMap<number, number>): [number, number][] {
	const { first } = ends(counts.keys());
	return Array.from({ length: span(counts.keys()) }, (_, index) => [
		first + index,
		counts.get(first + index) ?? 0,
	]);
}

function ends(keys: Iterable<number>): { first: number; last: number } {
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (const key of keys) {
		first = Math.min(first, key);
		last = Math.max(last, key);
	}
	return { first, last };
}
