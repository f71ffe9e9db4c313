import type { Entry } from "../entry/read.ts";
import { parts } from "../paper/dates.ts";
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
	count: number;
}

/** Months of a year that have papers. */
export interface Year {
	year: number;
	months: Month[];
	count: number;
}

/** Years, months and days with papers, newest first; papers without date are left out. */
export function timeline(entries: readonly Entry[]): Year[] {
	const years: Year[] = [];
	for (const day of toDays(entries)) {
		let year = years.at(-1);
		if (year?.year !== day.year) years.push((year = { year: day.year, months: [], count: 0 }));
		let month = year.months.at(-1);
		if (month?.month !== day.month) {
			year.months.push((month = { year: day.year, month: day.month, days: [], count: 0 }));
		}
		month.days.push(day);
		month.count += day.entries.length;
		year.count += day.entries.length;
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

/** Weeks with papers, newest first; papers without date are left out. */
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

/** Entries grouped by day, in the order given, which is newest first; undated ones are left out. */
export function toDays(entries: readonly Entry[]): Day[] {
	const days: Day[] = [];
	for (const entry of entries) {
		const { date } = entry.paper;
		if (!date) continue;
		const last = days.at(-1);
		if (last?.date === date) last.entries.push(entry);
		else days.push({ date, ...parts(date), entries: [entry] });
	}
	return days;
}

/** Papers on the busiest day; 1 where there are none. */
export function busiestDay(years: readonly Year[]): number {
	const days = years.flatMap(({ months }) => months.flatMap(({ days }) => days));
	return days.reduce((most, { entries }) => Math.max(most, entries.length), 1);
}
