import { calendarDate, monthNumber } from "../paper/dates.ts";
import { daysMeant } from "../paper/written-days.ts";

/**
 * The day that a text states in a form with one meaning, as YYYY-MM-DD: `2024-2-9`,
 * `2024/02/09`, `2024.2.9`, `9 Feb 2024`, `Feb 9, 2024`, `29/02/2024`, a time of that day.
 * `undefined` for any other, such as 02/09/2024, and for days that do not exist.
 */
export function onlyMeaning(text: string): string | undefined {
	const numbers = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text.trim());
	if (numbers) return calendarDate(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
	const [only, ...others] = daysMeant(text);
	if (only) return others.length === 0 ? only : undefined;
	const words =
		/^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]+)\.?,? (?<year>\d{4})$/i.exec(text.trim()) ??
		/^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text.trim());
	const { day, month = "", year } = words?.groups ?? {};
	const capital = month.charAt(0).toUpperCase() + month.slice(1).toLowerCase();
	const number = monthNumber(capital === "Sept" ? "Sep" : capital);
	return number ? calendarDate(Number(year), number, Number(day)) : undefined;
}
