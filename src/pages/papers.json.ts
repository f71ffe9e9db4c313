import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { urls } from "../collection/urls.ts";
import { papersJson } from "../exports/papers-json.ts";

export const GET: APIRoute = async ({ site }) => {
	const { entries, topics } = await getModel();
	const papers = entries.map(({ paper }) => paper);
	return Response.json(papersJson(papers, topics, (id) => new URL(urls.paper(id), site).href));
};
