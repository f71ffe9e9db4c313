import rss from "@astrojs/rss";
import type { APIContext } from "astro";
import { feedItems, ofTopic, topics } from "../../../papers";

export function getStaticPaths() {
	return Object.keys(topics).map((id) => ({ params: { id } }));
}

export async function GET({ params, site }: APIContext) {
	const { name = "", description = "" } = topics[params.id ?? ""] ?? {};
	const items = feedItems(await ofTopic(params.id ?? ""));
	return rss({ title: name, description, site: site ?? "", items });
}
