import { type CalendarDate, formatDate, monthName, pad, parts } from "../paper/dates.ts";
import { endsOfWeek, formatDays, weekOf } from "../paper/weeks.ts";

/** What a digest may cover. */
export const PERIODS = ["day", "week", "month"] as const;

/** A day, a week of ISO 8601 or a month, as a digest covers it. */
export interface DigestPeriod {
	/** Names the digest for ever, and its files: `2026-05-11`, `2026-w20`, `2026-05`. */
	id: string;
	/** Its page on the site, from the site's root: `dates/2026/w20/`. */
	path: string;
	/** For readers: `11 May 2026`, `11–17 May 2026`, `May 2026`. */
	name: string;
	first: CalendarDate;
	last: CalendarDate;
}

/** The day, week or month in which a day lies. */
export function digestPeriod(day: CalendarDate, kind: (typeof PERIODS)[number]): DigestPeriod {
	const { year, month } = parts(day);
	if (kind === "week") {
		const { year, week } = weekOf(day);
		const { first, last } = endsOfWeek(day);
		return period(`${year}-w${pad(week)}`, formatDays(first, last), first, last);
	}
	if (kind === "day") return period(day, formatDate(day), day, day);
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const id = day.slice(0, 7);
	return period(id, `${monthName(month)} ${year}`, `${id}-01`, `${id}-${pad(days)}`);
}

function period(id: string, name: string, first: CalendarDate, last: CalendarDate): DigestPeriod {
	return { id, path: `dates/${id.replaceAll("-", "/")}/`, name, first, last };
}
