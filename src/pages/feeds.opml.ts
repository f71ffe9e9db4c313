import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { feedList } from "../collection/feeds.ts";
import { opml } from "../exports/opml.ts";

export const GET: APIRoute = async ({ url, site }) =>
	new Response(opml(feedList(await getModel(), site ?? url)), {
		headers: { "content-type": "text/x-opml; charset=utf-8" },
	});
