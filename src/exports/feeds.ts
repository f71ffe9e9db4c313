import { Feed } from "feed";
import type { FeedContent } from "../paper/feed.ts";

/** A feed holds so many papers at most, the newest. */
const MOST_ITEMS = 50;

/**
 * A feed as RSS 2.0, Atom (RFC 4287) and JSON Feed. Papers come in the order given.
 * A paper's day is its date, or the day on which it was listed; a paper that has
 * neither is left out, since a feed needs one. The same papers give the same text.
 */
export function feedOf({ channel, papers }: FeedContent): Feed {
	const items = papers
		.flatMap(({ paper, url }) => {
			const day = paper.date ?? paper.source?.listed;
			return day ? [{ paper, url, date: new Date(`${day}T00:00:00Z`) }] : [];
		})
		.slice(0, MOST_ITEMS);
	const newest = Math.max(0, ...items.map(({ date }) => date.getTime()));
	const feed = new Feed({
		id: channel.page,
		title: xmlText(channel.title),
		description: xmlText(channel.description),
		language: channel.language,
		link: channel.page,
		feedLinks: { rss: channel.rss, atom: channel.atom, json: channel.json },
		updated: new Date(newest),
		generator: "Offprint",
	});
	for (const { paper, url, date } of items) {
		const names = paper.authors ?? (paper.organization ? [paper.organization.name] : []);
		feed.addItem({
			id: url,
			title: xmlText(paper.title),
			link: url,
			date,
			published: date,
			content: paragraphs(xmlText(paper.abstract)),
			...(names.length > 0 ? { author: names.map((name) => ({ name: xmlText(name) })) } : {}),
			category: paper.topics.map((topic) => ({ name: topic, term: topic })),
		});
	}
	return feed;
}

/** The text of an abstract as HTML, which is what readers of feeds expect. */
function paragraphs(text: string): string {
	return text
		.split("\n\n")
		.filter(Boolean)
		.map((part) => {
			const escaped = part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
			return `<p>${escaped}</p>`;
		})
		.join("");
}

/** A text without the characters that XML 1.0 cannot hold (2.2, Char). */
function xmlText(text: string): string {
	return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");
}
