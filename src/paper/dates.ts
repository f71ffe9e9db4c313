const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** A calendar day as `YYYY-MM-DD` (ISO 8601), without time or zone. */
export type CalendarDate = string;

/** True for a day that exists in the Gregorian calendar, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The calendar date of year, month (1–12) and day, or `undefined` when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
	const text = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
	return isCalendarDate(text) ? text : undefined;
}

/** Month number (1–12) of an English month name or its three-letter form, else `undefined`. */
export function monthNumber(name: string): number | undefined {
	const index = MONTHS.findIndex(
		(month) => month.toLowerCase() === name.toLowerCase() || month.slice(0, 3) === name,
	);
	return index < 0 ? undefined : index + 1;
}

/** English name of a month, 1–12. */
export function monthName(month: number): string {
	const name = MONTHS[month - 1];
	if (!name) throw new RangeError(`month ${month} is not in 1–12`);
	return name;
}

/** A date for readers: `11 May 2026`. */
export function formatDate(date: CalendarDate): string {
	const { year, month, day } = parts(date);
	return `${day} ${monthName(month)} ${year}`;
}

/** Year, month (1–12) and day of a calendar date. */
export function parts(date: CalendarDate): { year: number; month: number; day: number } {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	return { year, month, day };
}

/** Two digits, as months and days stand in dates and addresses. */
export function pad(number: number): string {
	return String(number).padStart(2, "0");
}

function daysInMonth(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
