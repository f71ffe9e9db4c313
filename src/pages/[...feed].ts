import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../collection/content.ts";
import { type FeedDocument, feedDocuments, feedOf, feedParts } from "../collection/feeds.ts";
import { followed } from "../collection/followed.ts";
import { feedResponse } from "../exports/feed-response.ts";
import { keyed } from "./_key.ts";

/** Every feed of the site: `/atom.xml`, `/topics/<id>/feed.json`, `/atom/1.xml` … */
export const getStaticPaths = (async () => {
	const model = await getModel();
	for (const note of followed(model).notes) console.log(note);
	return feedDocuments(model).map((document) => ({
		params: { feed: document.path },
		props: { document },
		...keyed(model, () => feedParts(document)),
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, url, site }) => {
	const { document } = props as { document: FeedDocument };
	return feedResponse(document.file, feedOf(document, await getModel(), site ?? url));
};
