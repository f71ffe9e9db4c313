import type { Entry } from "../entry/read.ts";
import { formatDate, monthName, type PaperDate, pad, paperDate } from "../paper/dates.ts";
import { formatDays, type IsoWeek } from "../paper/weeks.ts";
import type { Model } from "./model.ts";
import type { Order, Orders } from "./orders.ts";
import { type Page, toPages } from "./paging.ts";
import type { Day, Month, Week } from "./timeline.ts";
import { canTrend } from "./trending.ts";
import { urls } from "./urls.ts";

/** A day, a week or a month as a list of papers. */
export interface Period {
	/** Path below `/dates/`: `2026/05/11`, `2026/w20`. */
	path: string;
	title: string;
	/** A sentence below the title. */
	lead?: string;
	/** The month, of a list that may also have papers without a day. */
	date?: PaperDate;
	/** How many have none: they stand last. */
	withoutDay?: number;
	/** Its order as a list: papers of one day stand by title. */
	order: Order;
	trail: [name: string, url: string][];
	entries: Entry[];
	/** Address of the page whose files cite its papers: that of a day. */
	cited?: string;
	/** A link to the week of a day. */
	week?: [name: string, url: string];
}

/** The papers of a day. */
export function dayPeriod({ date, year, month, day, entries }: Day, { weeks }: Model): Period {
	const week = weeks.find(({ first, last }) => first <= date && date <= last);
	return {
		path: `${year}/${pad(month)}/${pad(day)}`,
		title: formatDate(date),
		order: "title",
		trail: [...yearTrail(year), [monthName(month), urls.month(year, month)]],
		entries,
		cited: urls.day(date),
		...(week ? { week: [weekName(week), urls.week(week)] } : {}),
	};
}

/** The papers of a month. */
export function monthPeriod({ year, month, days, withoutDay }: Month): Period {
	return {
		path: `${year}/${pad(month)}`,
		title: `${monthName(month)} ${year}`,
		date: paperDate(year, month),
		withoutDay: withoutDay.length,
		order: "newest",
		trail: yearTrail(year),
		entries: [...days.flatMap(({ entries }) => entries), ...withoutDay],
	};
}

/** The papers of a week. Where none of its year's days have papers, it belongs to the year of its own. */
export function weekPeriod(week: Week, { years }: Model): Period {
	const { first, last, days } = week;
	const year = years.find((one) => one.year === week.year)?.year ?? days[0]?.year ?? week.year;
	return {
		path: `${week.year}/w${pad(week.week)}`,
		title: weekName(week),
		lead: `${formatDays(first, last)}.`,
		order: "newest",
		trail: yearTrail(year),
		entries: days.flatMap(({ entries }) => entries),
	};
}

/** Every day, week and month that has papers. */
export function allPeriods(model: Model): Period[] {
	const months = model.years.flatMap((year) => year.months);
	return [
		...months.map(monthPeriod),
		...model.weeks.map((week) => weekPeriod(week, model)),
		...months.flatMap(({ days }) => days.map((day) => dayPeriod(day, model))),
	];
}

/** The pages of a period's list: papers of days stand on the first, and those without a day on as many as it takes. */
export function pagesOf({ entries, withoutDay = 0 }: Period): Page[] {
	const ofDays = entries.length - withoutDay;
	return toPages(entries.slice(ofDays), entries.slice(0, ofDays));
}

/** Addresses of a period's list in its orders: it has a second where there is something to sort by. */
export function ordersOf({ path, order, entries }: Period): Orders {
	return {
		[order]: urls.period(path),
		...(canTrend(entries) ? { trending: urls.periodTrending(path) } : {}),
	};
}

/** `Week 20 of 2026`. */
export function weekName({ year, week }: IsoWeek): string {
	return `Week ${week} of ${year}`;
}

function yearTrail(year: number): [name: string, url: string][] {
	return [
		["Home", urls.home()],
		["Dates", urls.dates()],
		[String(year), urls.year(year)],
	];
}
