import type { Entry } from "../entry/read.ts";
import type { FeedContent } from "../paper/feed.ts";
import type { Model } from "./model.ts";
import { href, urls } from "./urls.ts";

/** The newest papers of the collection. `site` is the origin of the site. */
export function collectionFeed({ collection, entries }: Model, site: URL): FeedContent {
	return content(collection.title, collection.tagline, collection.language, "/", entries, site);
}

/** The newest papers of a topic. */
export function topicFeed(topic: Model["topics"][number], model: Model, site: URL): FeedContent {
	const { title, language } = model.collection;
	const path = `/topics/${encodeURIComponent(topic.id)}/`;
	return content(
		`${topic.name} – ${title}`,
		topic.description,
		language,
		path,
		topic.entries,
		site,
	);
}

function content(
	title: string,
	description: string,
	language: string,
	path: string,
	entries: readonly Entry[],
	site: URL,
): FeedContent {
	const absolute = (address: string) => new URL(address, site).href;
	return {
		channel: {
			title,
			description,
			language,
			page: absolute(href(path)),
			rss: absolute(href(`${path}feed.xml`)),
			atom: absolute(href(`${path}atom.xml`)),
			json: absolute(href(`${path}feed.json`)),
		},
		papers: entries.map(({ paper }) => ({ paper, url: absolute(urls.paper(paper.id)) })),
	};
}
