import type { FeedContent } from "../paper/feed.ts";
import { feedOf } from "./feeds.ts";

/** The forms of a feed by the names of their files. */
export const FEED_FILES = ["feed.xml", "atom.xml", "feed.json"] as const;

/** One of {@link FEED_FILES}. */
export type FeedFile = (typeof FEED_FILES)[number];

/** A feed in one of its forms, as the answer to a request. */
export function feedResponse(file: FeedFile, content: FeedContent): Response {
	const feed = feedOf(content);
	const forms = {
		"feed.xml": [() => feed.rss2(), "application/rss+xml"],
		"atom.xml": [() => feed.atom1(), "application/atom+xml"],
		"feed.json": [() => feed.json1(), "application/feed+json"],
	} as const;
	const [text, type] = forms[file];
	return new Response(text(), { headers: { "content-type": `${type}; charset=utf-8` } });
}
