import type { Entry } from "../entry/read.ts";
import { dateParts, isCalendarDate, type PaperDate, parts } from "../paper/dates.ts";
import { endsOfWeek, type IsoWeek, weekOf } from "../paper/weeks.ts";

/** Papers of a day, newest day first in every list of days. */
export interface Day {
	/** `YYYY-MM-DD`. */
	date: string;
	year: number;
	month: number;
	day: number;
	entries: Entry[];
}

/** Days of a month that have papers. */
export interface Month {
	year: number;
	month: number;
	days: Day[];
	/** Papers of which the month is known, but no day. */
	withoutDay: Entry[];
	/** All its papers. */
	count: number;
}

/** Months of a year that have papers. */
export interface Year {
	year: number;
	months: Month[];
	/** Papers of which the year is known, but no month. */
	withoutMonth: Entry[];
	/** All its papers. */
	count: number;
}

/** Years, months and days with papers, newest first; papers without date are left out. */
export function timeline(entries: readonly Entry[]): Year[] {
	const years: Year[] = [];
	for (const { date, entries: of } of toDates(entries)) {
		const known = dateParts(date);
		let year = years.at(-1);
		if (year?.year !== known.year) {
			years.push((year = { year: known.year, months: [], withoutMonth: [], count: 0 }));
		}
		year.count += of.length;
		if (known.month === undefined) {
			year.withoutMonth.push(...of);
			continue;
		}
		let month = year.months.at(-1);
		if (month?.month !== known.month) {
			month = { year: known.year, month: known.month, days: [], withoutDay: [], count: 0 };
			year.months.push(month);
		}
		month.count += of.length;
		if (known.day === undefined) month.withoutDay.push(...of);
		else month.days.push({ date, ...parts(date), entries: of });
	}
	return years;
}

/** Days of a week of ISO 8601 that have papers. Its year is the one that it counts to: see {@link weekOf}. */
export interface Week extends IsoWeek {
	/** Its Monday, as `YYYY-MM-DD`. */
	first: string;
	/** Its Sunday. */
	last: string;
	days: Day[];
	count: number;
}

/** Weeks with papers, newest first; papers without a day are left out. */
export function toWeeks(entries: readonly Entry[]): Week[] {
	const weeks: Week[] = [];
	for (const day of toDays(entries)) {
		const { first, last } = endsOfWeek(day.date);
		let week = weeks.at(-1);
		if (week?.first !== first) {
			weeks.push((week = { ...weekOf(day.date), first, last, days: [], count: 0 }));
		}
		week.days.push(day);
		week.count += day.entries.length;
	}
	return weeks;
}

/** Papers of one date: of a day, or of a month or a year where no more is known. */
interface PapersOfDate {
	date: PaperDate;
	entries: Entry[];
}

/** Entries grouped by date, in the order given, which is newest first; undated ones are left out. */
export function toDates(entries: readonly Entry[]): PapersOfDate[] {
	const dates: PapersOfDate[] = [];
	for (const entry of entries) {
		const { date } = entry.paper;
		if (!date) continue;
		const last = dates.at(-1);
		if (last?.date === date) last.entries.push(entry);
		else dates.push({ date, entries: [entry] });
	}
	return dates;
}

/** Entries grouped by day; those without a day are left out. */
function toDays(entries: readonly Entry[]): Day[] {
	return toDates(entries).flatMap(({ date, entries: of }) =>
		isCalendarDate(date) ? [{ date, ...parts(date), entries: of }] : [],
	);
}

/** How many papers of a year have a day. */
export function countOfDays({ months }: Year): number {
	const days = months.flatMap(({ days }) => days);
	return days.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** Papers on the busiest day; 1 where there are none. */
export function busiestDay(years: readonly Year[]): number {
	const days = years.flatMap(({ months }) => months.flatMap(({ days }) => days));
	return days.reduce((most, { entries }) => Math.max(most, entries.length), 1);
}
