import type { FeedList } from "../paper/feed.ts";
import { line } from "./feed-text.ts";
import { xmlDocument } from "./xml.ts";

/** All feeds of a site as OPML 2.0 (http://opml.org/spec2.opml), which readers of feeds import. */
export function opml({ title, page, groups }: FeedList): string {
	const outline = groups
		.filter(({ feeds }) => feeds.length > 0)
		.map(({ name, feeds }) => ({
			"@text": name,
			outline: feeds.map((feed) => ({
				"@type": "rss",
				"@text": line(feed.title),
				"@title": line(feed.title),
				"@xmlUrl": feed.url,
				"@htmlUrl": feed.page,
			})),
		}));
	return xmlDocument({
		opml: { "@version": "2.0", head: { title: line(title), ownerId: page }, body: { outline } },
	});
}
