import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { feedList } from "../collection/feeds.ts";
import { opml } from "../exports/opml.ts";
import { keyWithoutAbstracts } from "./_key.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = async ({ url, site }) =>
	new Response(opml(feedList(await getModel(), site ?? url)), {
		headers: { "content-type": "text/x-opml; charset=utf-8" },
	});
