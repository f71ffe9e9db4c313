import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../collection/content.ts";
import { topicFeed } from "../../../collection/feeds.ts";
import { FEED_FILES, type FeedFile, feedResponse } from "../../../exports/feed-response.ts";

export const getStaticPaths = (async () => {
	const { topics } = await getModel();
	return topics.flatMap(({ id }) => FEED_FILES.map((feed) => ({ params: { id, feed } })));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, url, site }) => {
	const model = await getModel();
	const topic = model.topic(params.id ?? "");
	if (!topic) return new Response(undefined, { status: 404 });
	return feedResponse(params.feed as FeedFile, topicFeed(topic, model, site ?? url));
};
