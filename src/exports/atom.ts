import { FEED_FORMS, type Feed, type FeedEntry } from "../paper/feed.ts";
import { abstractHtml, instant, line } from "./feed-text.ts";
import { xmlDocument } from "./xml.ts";

const TYPE = FEED_FORMS["atom.xml"].type;

/** A feed as Atom (RFC 4287), with its archive (RFC 5005). The same papers give the same text. */
export function atom(feed: Feed): string {
	const { current, previous, next } = feed.archives;
	const link = (rel: string, href: string | undefined, type?: string) =>
		href ? [{ "@rel": rel, "@href": href, ...(type ? { "@type": type } : {}) }] : [];
	return xmlDocument({
		feed: {
			"@xmlns": "http://www.w3.org/2005/Atom",
			"@xmlns:fh": "http://purl.org/syndication/history/1.0",
			"@xml:lang": feed.language,
			id: feed.id,
			title: line(feed.title),
			subtitle: line(feed.description),
			updated: instant(feed.updated),
			author: { name: line(feed.author) },
			generator: "Offprint",
			link: [
				...link("alternate", feed.page, "text/html"),
				...link("self", feed.self, TYPE),
				...link("hub", feed.hub),
				...link("current", current, TYPE),
				...link("prev-archive", previous, TYPE),
				...link("next-archive", next, TYPE),
			],
			...(current ? { "fh:archive": "" } : {}),
			entry: feed.entries.map(entry),
		},
	});
}

function entry(paper: FeedEntry) {
	return {
		...(paper.language ? { "@xml:lang": paper.language } : {}),
		id: paper.id,
		title: line(paper.title),
		link: { "@rel": "alternate", "@href": paper.url, "@type": "text/html" },
		...(paper.published ? { published: instant(paper.published) } : {}),
		updated: instant(paper.updated),
		author: paper.authors.map((name) => ({ name: line(name) })),
		category: paper.topics.map(({ id, name }) => ({ "@term": id, "@label": line(name) })),
		content: { "@type": "html", "#text": abstractHtml(paper) },
	};
}
