import { type CalendarDate, formatDate, monthName, parts } from "./dates.ts";

/** A week as ISO 8601 counts: from Monday on; the first of a year is the one with its first Thursday. */
export interface IsoWeek {
	/** The year to which most of its days belong. */
	year: number;
	/** 1–53. */
	week: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** The week of a day. */
export function weekOf(date: CalendarDate): IsoWeek {
	const thursday = shifted(date, 3 - weekday(date));
	const { year } = parts(thursday);
	const first = `${thursday.slice(0, 4)}-01-01`;
	return { year, week: Math.floor((time(thursday) - time(first)) / DAY / 7) + 1 };
}

/** The Monday and the Sunday of the week of a day. */
export function endsOfWeek(date: CalendarDate): { first: CalendarDate; last: CalendarDate } {
	const first = shifted(date, -weekday(date));
	return { first, last: shifted(first, 6) };
}

/** Some days for readers: `11–17 May 2026`, `27 April – 3 May 2026`. */
export function formatDays(first: CalendarDate, last: CalendarDate): string {
	const [from, to] = [parts(first), parts(last)];
	if (from.year !== to.year) return `${formatDate(first)} – ${formatDate(last)}`;
	if (from.month !== to.month) return `${from.day} ${monthName(from.month)} – ${formatDate(last)}`;
	return `${from.day}–${formatDate(last)}`;
}

/** Days from Monday on: 0–6. */
function weekday(date: CalendarDate): number {
	return (new Date(time(date)).getUTCDay() + 6) % 7;
}

function shifted(date: CalendarDate, days: number): CalendarDate {
	return new Date(time(date) + days * DAY).toISOString().slice(0, 10);
}

function time(date: CalendarDate): number {
	return Date.parse(`${date}T00:00:00Z`);
}
