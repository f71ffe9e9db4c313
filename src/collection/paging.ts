import type { Entry } from "../entry/read.ts";

/** Papers on one page of a list. */
const PAGE_SIZE = 50;

/** One page of a list of papers. */
export interface Page {
	/** 1-based. */
	number: number;
	/** How many pages the list has: at least 1, for an empty list too. */
	last: number;
	entries: Entry[];
	/** Where the first of them stands in the whole list, 1-based. */
	from: number;
	/** How many papers the whole list has. */
	total: number;
}

/** The pages of a list. The papers of `head` stand above it, all on its first page. */
export function toPages(entries: readonly Entry[], head: readonly Entry[] = []): Page[] {
	const last = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
	return Array.from({ length: last }, (_, index) => ({
		number: index + 1,
		last,
		entries: [
			...(index === 0 ? head : []),
			...entries.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
		],
		from: index === 0 ? 1 : head.length + index * PAGE_SIZE + 1,
		total: head.length + entries.length,
	}));
}

/** A list that stands on one page, however long it is. */
export function onePage(entries: Entry[]): Page {
	return { number: 1, last: 1, entries, from: 1, total: entries.length };
}

/** The head of a list whose rest nobody reads: the most discussed, say. */
export function firstPage(entries: readonly Entry[]): Page {
	return onePage(entries.slice(0, PAGE_SIZE));
}
