import type { Entry } from "../entry/read.ts";
import type { CalendarDate } from "../paper/dates.ts";
import { papersWithCard } from "./cards.ts";
import { citationShards } from "./citations.ts";
import { PAPERS_IN_FEED } from "./feeds.ts";
import { MOST_FEEDS } from "./followed.ts";
import type { Model } from "./model.ts";
import { toPages } from "./paging.ts";
import { allPeriods, ordersOf, pagesOf } from "./periods.ts";
import { urls } from "./urls.ts";

/** A page that search engines may show, by its address within the site, base path included. */
export interface ListedPage {
	address: string;
	/** Day of its last change, left out where nobody knows it. */
	changed?: CalendarDate | undefined;
}

/**
 * Every page with something to find, in the order of the collection. Left out are former
 * addresses and pages that hold only what is the reader's own: search, saved papers, offline.
 * A list changed when the last of its papers did, which is only known if all of them are
 * as they were imported.
 */
export function sitePages(model: Model, prose: readonly { id: string }[]): ListedPage[] {
	const { entries, topics, years, undated, organizations, authors, letters } = model;
	// Most who ask want to know of the number of pages alone.
	const list = (address: string, of: readonly Entry[]) => ({
		address,
		get changed() {
			return lastChange(of);
		},
	});
	const pages = (of: readonly Entry[], addressOf: (page: number) => string) =>
		toPages(of).map(({ number, entries }) => list(addressOf(number), entries));
	const group = (address: string) => ({ address });
	return [
		list(urls.home(), entries),
		...pages(entries, urls.papers),
		list(urls.discussed(), entries),
		...entries.map((entry) => list(urls.paper(entry.paper.id), [entry])),
		group(urls.topics()),
		...topics.flatMap(({ id, entries: of }) => [
			...pages(of, (page) => urls.topic(id, page)),
			list(urls.topicDiscussed(id), of),
		]),
		group(urls.dates()),
		...years.flatMap(({ year, withoutMonth }) =>
			toPages(withoutMonth).map(({ number }) => group(urls.year(year, number))),
		),
		...allPeriods(model).flatMap((period) => [
			...Object.values(ordersOf(period)).map((address) => list(address, period.entries)),
			...pagesOf(period)
				.slice(1)
				.map(({ number, entries }) => list(urls.period(period.path, number), entries)),
		]),
		...pages(undated, urls.undated),
		group(urls.organizations()),
		...organizations.map(({ id, entries: of }) => list(urls.organization(id), of)),
		group(urls.authors()),
		...authors.authors.map(({ id, entries: of }) => list(urls.author(id), of)),
		group(urls.titles()),
		...letters.map(({ id, entries: of }) => list(urls.letter(id), of)),
		group(urls.statistics()),
		group(urls.forPrograms()),
		...prose.map(({ id }) => group(urls.prose(id))),
	];
}

/** Files of a site that do not grow with its papers: styles, scripts, icons, lists of words, schemas. */
const FIXED_FILES = 500;

/** Files in which the papers of a topic, and those of a day, can be cited. */
const FILES_OF_TOPIC = 16;
const FILES_OF_DAY = 3;

/** About how many files a site has besides those that each paper may have beside its page: rather too many than too few. */
export function otherFiles(model: Model): number {
	const { entries, topics, organizations, authors } = model;
	const formerIds = entries.reduce((sum, { paper }) => sum + (paper.aliases?.length ?? 0), 0);
	const cards = papersWithCard(model).length + topics.length;
	const groups = [organizations, authors.authors].map((all) => Math.min(all.length, MOST_FEEDS));
	const archives = Math.ceil((3 * entries.length) / PAPERS_IN_FEED);
	const feeds = 3 * topics.length + groups.reduce((sum, count) => sum + count, archives);
	const days = allPeriods(model).length;
	const citations = citationShards(model) + FILES_OF_TOPIC * topics.length + FILES_OF_DAY * days;
	const searchRecords = entries.length;
	return (
		sitePages(model, []).length +
		formerIds +
		cards +
		feeds +
		citations +
		searchRecords +
		FIXED_FILES
	);
}

function lastChange(entries: readonly Entry[]): CalendarDate | undefined {
	let last: CalendarDate | undefined;
	for (const { unchangedSince } of entries) {
		if (unchangedSince === undefined) return undefined;
		if (last === undefined || unchangedSince > last) last = unchangedSince;
	}
	return last;
}
