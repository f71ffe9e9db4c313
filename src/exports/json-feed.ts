import type { Feed, FeedEntry } from "../paper/feed.ts";
import { abstractHtml, instant, line } from "./feed-text.ts";

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The same papers give the same text. */
export function jsonFeed(feed: Feed): string {
	const json = {
		version: "https://jsonfeed.org/version/1.1",
		title: line(feed.title),
		home_page_url: feed.page,
		feed_url: feed.self,
		description: line(feed.description),
		language: feed.language,
		authors: [{ name: line(feed.author) }],
		...(feed.hub ? { hubs: [{ type: "WebSub", url: feed.hub }] } : {}),
		items: feed.entries.map(item),
	};
	return `${JSON.stringify(json, null, "\t")}\n`;
}

function item(paper: FeedEntry) {
	return {
		id: paper.id,
		url: paper.url,
		title: line(paper.title),
		content_html: abstractHtml(paper),
		...(paper.published ? { date_published: instant(paper.published) } : {}),
		date_modified: instant(paper.updated),
		...(paper.authors.length > 0
			? { authors: paper.authors.map((name) => ({ name: line(name) })) }
			: {}),
		tags: paper.topics.map(({ name }) => line(name)),
		...(paper.language ? { language: paper.language } : {}),
	};
}
