import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { collectionFeed } from "../collection/feeds.ts";
import { feedResponse } from "../exports/feed-response.ts";

export const GET: APIRoute = async ({ url, site }) =>
	feedResponse("feed.xml", collectionFeed(await getModel(), site ?? url));
