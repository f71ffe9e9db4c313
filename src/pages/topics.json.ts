import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { urls } from "../collection/urls.ts";
import { absoluteFrom } from "../components/for-programs.ts";
import { topicsJson } from "../exports/topics-json.ts";
import { keyWithoutAbstracts } from "./_key.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = async ({ site }) => {
	const { topics } = await getModel();
	const absolute = absoluteFrom(site);
	return Response.json(
		topicsJson(
			topics.map((topic) => ({ ...topic, papers: topic.entries.map(({ paper }) => paper.id) })),
			(id) => absolute(urls.topic(id)),
		),
	);
};
