import { FEED_FORMS, type Feed, type FeedEntry } from "../paper/feed.ts";
import { abstractHtml, instant, line } from "./feed-text.ts";
import { xmlDocument } from "./xml.ts";

/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification). The same papers give the same text. */
export function rss(feed: Feed): string {
	return xmlDocument({
		rss: {
			"@version": "2.0",
			"@xmlns:atom": "http://www.w3.org/2005/Atom",
			"@xmlns:dc": "http://purl.org/dc/elements/1.1/",
			channel: {
				title: line(feed.title),
				link: feed.page,
				description: line(feed.description),
				language: feed.language,
				lastBuildDate: mailDate(feed.updated),
				generator: "Offprint",
				"atom:link": [
					{ "@rel": "self", "@href": feed.self, "@type": FEED_FORMS["feed.xml"].type },
					...(feed.hub ? [{ "@rel": "hub", "@href": feed.hub }] : []),
				],
				item: feed.entries.map(item),
			},
		},
	});
}

// An author in RSS is an address for mail: names stand in Dublin Core's element.
function item(paper: FeedEntry) {
	return {
		title: line(paper.title),
		link: paper.url,
		guid: { "@isPermaLink": String(paper.id === paper.url), "#text": paper.id },
		pubDate: mailDate(paper.published ?? paper.updated),
		"dc:creator": paper.authors.map(line),
		category: paper.topics.map(({ name }) => line(name)),
		description: abstractHtml(paper),
	};
}

/** A day as RFC 822 writes it, with four digits for the year. */
function mailDate(date: string): string {
	return new Date(instant(date)).toUTCString();
}
