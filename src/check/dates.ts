import {
	type CalendarDate,
	calendarDate,
	monthNumber,
	type PaperDate,
	pad,
} from "../paper/dates.ts";
import { daysMeant } from "../paper/written-days.ts";

/**
 * The day that a text states in a form with one meaning, as YYYY-MM-DD: `2024-2-9`,
 * `2024/02/09`, `2024.2.9`, `9 Feb 2024`, `Feb 9, 2024`, `29/02/2024`, a time of that day.
 * `undefined` for any other, such as 02/09/2024, and for days that do not exist.
 */
export function dayMeant(text: string): CalendarDate | undefined {
	const numbers = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text.trim());
	if (numbers) return calendarDate(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
	const [only, ...others] = daysMeant(text);
	if (only) return others.length === 0 ? only : undefined;
	const words =
		/^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]+)\.?,? (?<year>\d{4})$/i.exec(text.trim()) ??
		/^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text.trim());
	const { day, month = "", year } = words?.groups ?? {};
	return calendarDate(Number(year), monthNamed(month), Number(day));
}

/** The day as {@link dayMeant} finds it, or the month, as YYYY-MM: `2024-2`, `2024/02`, `2/2024`, `Feb 2024`. */
export function dateMeant(text: string): PaperDate | undefined {
	const parts =
		/^(?<year>\d{4})[-/](?<number>\d{1,2})$/.exec(text.trim()) ??
		/^(?<number>\d{1,2})\/(?<year>\d{4})$/.exec(text.trim()) ??
		/^(?<month>[a-z]+)\.?,? (?<year>\d{4})$/i.exec(text.trim());
	if (!parts) return dayMeant(text);
	const { year, number, month = "" } = parts.groups ?? {};
	const known = number === undefined ? monthNamed(month) : Number(number);
	return calendarDate(Number(year), known, 1) && `${year}-${pad(known)}`;
}

/** 1–12; 0 for what is no month. */
function monthNamed(name: string): number {
	const capital = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
	return monthNumber(capital === "Sept" ? "Sep" : capital) ?? 0;
}
