import { FEED_FORMS, type Feed, type FeedFile } from "../paper/feed.ts";
import { atom } from "./atom.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const WRITERS = { "feed.xml": rss, "atom.xml": atom, "feed.json": jsonFeed };

/** A feed in one of its forms, as the answer to a request. */
export function feedResponse(file: FeedFile, feed: Feed): Response {
	const headers = { "content-type": `${FEED_FORMS[file].type}; charset=utf-8` };
	return new Response(WRITERS[file](feed), { headers });
}
