import type { CalendarDate } from "./dates.ts";

/** The forms of a feed by the names of their files, each with its name for readers and its media type. */
export const FEED_FORMS = {
	"feed.xml": { name: "RSS", type: "application/rss+xml" },
	"atom.xml": { name: "Atom", type: "application/atom+xml" },
	"feed.json": { name: "JSON", type: "application/feed+json" },
} as const;

/** A form of a feed, named by its file. */
export type FeedFile = keyof typeof FEED_FORMS;

/** A paper in a feed. Texts are plain; addresses are absolute. */
export interface FeedEntry {
	/** Never changes, not even when the site or the paper moves: readers know a paper again by it. */
	id: string;
	/** The paper's page. */
	url: string;
	title: string;
	/** Paragraphs parted by an empty line; math as a line of text. */
	abstract: string;
	/** Day of publication, where the source gives one: not a month or a year alone. */
	published?: CalendarDate | undefined;
	/** Day on which the paper was listed, or else that of its publication. */
	updated: CalendarDate;
	/** Names, or the organisation; else what is known of the authors: `7 authors`. May be empty. */
	authors: string[];
	topics: { id: string; name: string }[];
	/** BCP 47 tag, where it is not that of the feed. */
	language?: string | undefined;
}

/** Where an archive page stands among the others (RFC 5005, 4). Addresses are absolute. */
interface FeedArchives {
	/** The feed that people follow, for a page of its archive. */
	current?: string | undefined;
	/** The archive page with the papers before these. */
	previous?: string | undefined;
	/** The archive page with the papers after these. */
	next?: string | undefined;
}

/** A feed, before it takes one of its forms, or a page of its archive. Texts are plain; addresses are absolute. */
export interface Feed {
	/** Never changes. The pages of an archive have that of their feed. */
	id: string;
	title: string;
	description: string;
	/** Who offers the feed: the collection. */
	author: string;
	/** BCP 47 tag. */
	language: string;
	/** The page that the feed follows. */
	page: string;
	/** The feed itself. */
	self: string;
	/** The WebSub hub that tells readers of news. */
	hub?: string | undefined;
	/** The newest day of its papers; 1970-01-01 where it has none. */
	updated: CalendarDate;
	/** Newest first. */
	entries: FeedEntry[];
	archives: FeedArchives;
}

/** All feeds of a site, for programs that follow many. Addresses are absolute. */
export interface FeedList {
	title: string;
	/** The site. */
	page: string;
	groups: { name: string; feeds: { title: string; page: string; url: string }[] }[];
}
