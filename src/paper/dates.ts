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

/**
 * When a paper was published, as far as that is known (ISO 8601): a day `YYYY-MM-DD`, a month
 * `YYYY-MM` or a year `YYYY`. In the order of their characters, from the last to the first, they
 * stand newest first, and a month or a year after all days in it.
 */
export type PaperDate = string;

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

/** True for a year, a month or a day that exists, as {@link PaperDate} writes it. */
export function isPaperDate(text: string): text is PaperDate {
	return (
		/^\d{4}$/.test(text) ||
		(/^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`)) ||
		isCalendarDate(text)
	);
}

/** The date of year, month (1–12) and day, as far as these are known and exist. */
export function paperDate(year: number, month = 0, day = 0): PaperDate {
	const first = calendarDate(year, month, 1);
	return calendarDate(year, month, day) ?? first?.slice(0, 7) ?? String(year).padStart(4, "0");
}

/** The first day of a year, a month or a day: a reading for what has to count days, never to be shown. */
export function firstDay(date: PaperDate): CalendarDate {
	return `${date}${"-01-01".slice(date.length - 4)}`;
}

/** True where one date says more than another and does not contradict it: `2022-05` of `2022`. */
export function completes(date: PaperDate, other: PaperDate): boolean {
	return date.startsWith(`${other}-`);
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

/** A date for readers, as far as it is known: `11 May 2026`, `May 2026`, `2026`. */
export function formatDate(date: PaperDate): string {
	const { year, month, day } = dateParts(date);
	return [day, month && monthName(month), year].filter((part) => part !== undefined).join(" ");
}

/** Year, month (1–12) and day of a date, as far as they are known. */
export function dateParts(date: PaperDate): {
	year: number;
	month: number | undefined;
	day: number | undefined;
} {
	const [year = 0, month, day] = date.split("-").map(Number);
	return { year, month, day };
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
