import { type CalendarDate, dateParts, type PaperDate, pad, parts } from "../paper/dates.ts";
import type { IsoWeek } from "../paper/weeks.ts";

/** Base path of the site, with a slash at both ends. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Address of a page or file within the site, given its path from the site's root. */
export function href(path: string): string {
	return base + path.replace(/^\//, "");
}

/** Addresses of every kind of page, base path included. */
export const urls = {
	home: () => href("/"),
	papers: (page = 1) => href(page === 1 ? "/papers/" : `/papers/page/${page}/`),
	paper: (id: string) => href(`/papers/${encodeURIComponent(id)}/`),
	paperFile: (id: string, ending: string) => href(`/papers/${encodeURIComponent(id)}.${ending}`),
	allCitations: (ending: string) => href(`/papers.${ending}`),
	discussed: () => href("/papers/discussed/"),
	topics: () => href("/topics/"),
	topic: (id: string, page = 1) => {
		const topic = `/topics/${encodeURIComponent(id)}/`;
		return href(page === 1 ? topic : `${topic}page/${page}/`);
	},
	topicDiscussed: (id: string) => href(`/topics/${encodeURIComponent(id)}/discussed/`),
	organizations: () => href("/organizations/"),
	organization: (id: string) => href(`/organizations/${encodeURIComponent(id)}/`),
	authors: () => href("/authors/"),
	author: (id: string) => href(`/authors/${encodeURIComponent(id)}/`),
	titles: () => href("/titles/"),
	letter: (id: string) => href(`/titles/${encodeURIComponent(id)}/`),
	statistics: () => href("/stats/"),
	saved: () => href("/saved/"),
	offline: () => href("/offline/"),
	dates: () => href("/dates/"),
	year: (year: number, page = 1) =>
		href(page === 1 ? `/dates/${year}/` : `/dates/${year}/page/${page}/`),
	month: (year: number, month: number) => href(`/dates/${year}/${pad(month)}/`),
	day: (date: CalendarDate) => {
		const { year, month, day } = parts(date);
		return href(`/dates/${year}/${pad(month)}/${pad(day)}/`);
	},
	/** The page of a date, which is that of its day, its month or its year. */
	date: (date: PaperDate) => {
		const { year, month, day } = dateParts(date);
		if (month === undefined) return urls.year(year);
		return day === undefined ? urls.month(year, month) : urls.day(date);
	},
	week: ({ year, week }: IsoWeek) => href(`/dates/${year}/w${pad(week)}/`),
	period: (path: string, page = 1) =>
		href(page === 1 ? `/dates/${path}/` : `/dates/${path}/page/${page}/`),
	periodTrending: (path: string) => href(`/dates/${path}/trending/`),
	undated: (page = 1) => href(page === 1 ? "/dates/undated/" : `/dates/undated/page/${page}/`),
	search: (query = "") => href(`/search/${query && `?q=${encodeURIComponent(query)}`}`),
	homeCard: () => href("/cards/home.png"),
	topicCard: (id: string) => href(`/cards/topics/${encodeURIComponent(id)}.png`),
	paperCard: (id: string) => href(`/cards/papers/${encodeURIComponent(id)}.png`),
	icon: (name: string) => href(`/icons/${name}.png`),
	papersPart: (part: number) => href(`/papers/part/${part}.json`),
	schema: (name: string) => href(`/schema/${name}.json`),
	forPrograms: () => href("/api/"),
	feeds: () => href("/feeds.opml"),
	webManifest: () => href("/manifest.webmanifest"),
	prose: (id: string) => href(`/${id}/`),
};
