import rss from "@astrojs/rss";
import type { APIContext } from "astro";
import { feedItems, newestFirst } from "../papers";

export async function GET({ site }: APIContext) {
	const title = "Papers of conferences";
	return rss({
		title,
		description: title,
		site: site ?? "",
		items: feedItems(await newestFirst()),
	});
}
