import type { Entry } from "../entry/read.ts";
import { type CalendarDate, firstDay } from "../paper/dates.ts";
import type { Paper } from "../paper/schema.ts";

/** So many days weigh as much as half of the comments and upvotes. */
export const HALF_LIFE = 30;

/** So many days before the newest paper of a collection, a paper can still be trending. */
export const LATELY = 180;

const DAY = 24 * 60 * 60 * 1000;

/** Comments and upvotes of a paper at its source, which count alike; 0 where none are known. */
export function interest({ commentCount = 0, upvotes = 0 }: Paper): number {
	return commentCount + upvotes;
}

/** True where there is something to sort by: several papers, and interest in one of them. */
export function canTrend(entries: readonly Entry[]): boolean {
	return entries.length > 1 && entries.some(({ paper }) => interest(paper) > 0);
}

/**
 * Papers by interest, which halves every 30 days: `interest × 2^(-age / 30)`. Age is the time from
 * a paper's day to any later day, the same for all: the order is the same whichever that is, so
 * no clock is asked. A month or a year counts from its first day. Papers without interest or
 * without a date come last, in the order given.
 */
export function trendingFirst(entries: readonly Entry[]): Entry[] {
	const scores = new Map(entries.map((entry) => [entry, score(entry)]));
	return [...entries].sort((a, b) => {
		const [left, right] = [scores.get(a), scores.get(b)];
		if (left === undefined || right === undefined) {
			return Number(left === undefined) - Number(right === undefined);
		}
		return right - left;
	});
}

/** The strongest half of a list, as far as there is interest in it: what may stand above the list. */
export function upperHalf(entries: readonly Entry[]): Entry[] {
	const half = trendingFirst(entries).slice(0, Math.floor(entries.length / 2));
	return half.filter(({ paper }) => interest(paper) > 0);
}

/** Papers of interest of the 180 days that end with the newest day of `all`, strongest first. */
export function trending(entries: readonly Entry[], all: readonly Entry[]): Entry[] {
	const newest = all.reduce((latest, entry) => {
		const day = dayOf(entry) ?? "";
		return day > latest ? day : latest;
	}, "");
	const lately = entries.filter((entry) => {
		const time = interest(entry.paper) > 0 ? timeOf(entry) : undefined;
		return time !== undefined && timeOfDay(newest) - time <= LATELY * DAY;
	});
	return trendingFirst(lately);
}

/** The logarithm of the score, as on the day 0: it stays exact for papers of any age. */
function score(entry: Entry): number | undefined {
	const time = timeOf(entry);
	const count = interest(entry.paper);
	return time === undefined || count === 0
		? undefined
		: Math.log2(count) + time / (HALF_LIFE * DAY);
}

/** A paper's day: the first of its date, but never later than the day on which it was listed. */
function dayOf({ paper: { date, source } }: Entry): CalendarDate | undefined {
	const first = date && firstDay(date);
	const listed = source?.listed;
	return first && listed && listed < first ? listed : first || listed;
}

function timeOf(entry: Entry): number | undefined {
	const day = dayOf(entry);
	return day === undefined ? undefined : timeOfDay(day);
}

function timeOfDay(day: CalendarDate): number {
	return Date.parse(`${day}T00:00:00Z`);
}
