import type { Period } from "../../collection/statistics.ts";
import { urls } from "../../collection/urls.ts";

/** Where the papers of a month or a year are listed. */
export function periodAddress({ year, month }: Pick<Period, "year" | "month">): string {
	return month === undefined ? urls.year(year) : urls.month(year, month);
}

/** The search for papers that have all of some topics, of one year where one is given. */
export function topicsAddress(topics: readonly string[], year?: number): string {
	const ids = topics.map(encodeURIComponent).join(",");
	return `${urls.search()}?topic=${ids}${year === undefined ? "" : `&year=${year}`}`;
}
