import { type CalendarDate, calendarDate, isCalendarDate } from "./dates.ts";

/** An hour of a day, with or without its zone. */
const TIME = String.raw`(?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?`;
const STAMP = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})[T ]${TIME}$`, "i");

/**
 * Every day that a text of numbers may mean, the day-first reading first: of `13/04/2024` and
 * `14.03.2024` one, of `3/4/2024` 3 April and 4 March. A time of day (`2024-03-14T00:00:00Z`)
 * is of the day that it states, whatever the zone. Empty for any other text, and for days that
 * do not exist.
 */
export function daysMeant(text: string): CalendarDate[] {
	const stamp = STAMP.exec(text.trim())?.[1];
	if (stamp !== undefined) return isCalendarDate(stamp) ? [stamp] : [];
	const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text.trim());
	if (!numbers) return [];
	const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
	const days = [calendarDate(year, second, first), calendarDate(year, first, second)];
	return [...new Set(days.filter((day) => day !== undefined))];
}
