import type { Entry } from "../entry/read.ts";
import { type CalendarDate, isCalendarDate } from "../paper/dates.ts";
import { FEED_FORMS, type FeedFile } from "../paper/feed.ts";
import { compare } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";
import { type Group, type LargestGroups, largestGroups } from "./groups.ts";
import type { Model } from "./model.ts";
import { href } from "./urls.ts";

/** Part of the collection that has feeds. */
export interface Followed {
	/** Folder of its page from the site's root, not encoded: `topics/song/`; empty for the whole collection. */
	folder: string;
	/** Name of its feeds. */
	title: string;
	description: string;
	/** The forms that its feed has. */
	files: readonly FeedFile[];
	/** In the order of feeds: the newest first. See {@link dayInFeeds}. */
	entries: readonly Entry[];
}

/** All that has feeds. */
export interface AllFollowed {
	all: Followed;
	topics: Followed[];
	organizations: Followed[];
	authors: Followed[];
	/** What has no feed, and why, in sentences for whoever builds the site. */
	notes: string[];
}

/** A link to a feed from a page of the site; its address has the base path. */
export interface FeedLink {
	name: string;
	type: string;
	url: string;
}

/** So many organisations, and authors, have a feed at most: hosts limit files. */
export const MOST_FEEDS = 500;

const EVERY_FORM = Object.keys(FEED_FORMS) as FeedFile[];
const ATOM_ALONE: FeedFile[] = ["atom.xml"];

const known = new WeakMap<Model, AllFollowed>();

/**
 * All that has feeds: the collection and its topics in every form, organisations and authors as
 * Atom alone.
 */
export function followed(model: Model, most = MOST_FEEDS): AllFollowed {
	let found = known.get(model);
	if (!found) known.set(model, (found = find(model, most)));
	return found;
}

/**
 * The day of a paper in feeds: that of its listing, or its date where it was not listed and the
 * date is a day: feeds have no place for a month or a year alone. Who
 * follows a collection wants to know what is new in it, though the paper may be old; and as
 * papers come in the order of these days, what was archived stays as it was.
 */
export function dayInFeeds({
	paper: { date, source },
}: Pick<Entry, "paper">): CalendarDate | undefined {
	return source?.listed ?? (isCalendarDate(date ?? "") ? date : undefined);
}

/** Links to the feeds of a page, which is named by its address. */
export function feedLinks(page: string, files: readonly FeedFile[] = EVERY_FORM): FeedLink[] {
	return files.map((file) => ({ ...FEED_FORMS[file], url: page + file }));
}

/** Every author's page asks. */
const byFolder = new WeakMap<readonly Followed[], Map<string, Followed>>();

/** Links to the feeds of an organisation or an author; none where there are too many for feeds. */
export function groupFeedLinks(part: readonly Followed[], folder: string): FeedLink[] {
	let folders = byFolder.get(part);
	if (!folders) byFolder.set(part, (folders = new Map(part.map((one) => [one.folder, one]))));
	const found = folders.get(folder);
	return found ? feedLinks(href(encodeURI(folder)), found.files) : [];
}

function find(model: Model, most: number): AllFollowed {
	const { title, tagline } = model.collection;
	const all = inOrder(model.entries);
	const organizations = largestGroups(model.organizations, most);
	const authors = largestGroups(model.authors.authors, most);
	const part = (folder: string, files: readonly FeedFile[], description?: string) => {
		return ({ id, name, entries }: Group): Followed => ({
			folder: `${folder}/${id}/`,
			title: `${name} – ${title}`,
			description: description ?? `Papers of ${name}.`,
			files,
			entries: inOrder(entries),
		});
	};
	return {
		all: { folder: "", title, description: tagline, files: EVERY_FORM, entries: all },
		topics: model.topics.map((topic) => part("topics", EVERY_FORM, topic.description)(topic)),
		organizations: organizations.groups.map(part("organizations", ATOM_ALONE)),
		authors: authors.groups.map(part("authors", ATOM_ALONE)),
		notes: [
			limitNote("organisations", model.organizations.length, organizations),
			limitNote("authors", model.authors.authors.length, authors),
			leftNote(model.entries.length - all.length),
		].filter((note) => note !== ""),
	};
}

function limitNote(who: string, all: number, { groups, atLeast }: LargestGroups): string {
	if (groups.length === all) return "";
	const [count, of] = [groups.length, all].map((number) => number.toLocaleString("en"));
	return `Feeds: ${count} of ${of} ${who} have one, those of ${atLeast} papers or more.`;
}

function leftNote(left: number): string {
	if (left === 0) return "";
	return `Feeds: ${papersCount(left)} without a day of publication or of listing ${left === 1 ? "stands" : "stand"} in none.`;
}

/** Newest day first; papers of one day in the order of the collection. */
function inOrder(entries: readonly Entry[]): Entry[] {
	return entries
		.flatMap((entry) => {
			const day = dayInFeeds(entry);
			return day ? [{ entry, day }] : [];
		})
		.sort((a, b) => compare(b.day, a.day))
		.map(({ entry }) => entry);
}
