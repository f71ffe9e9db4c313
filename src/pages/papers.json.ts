import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { urls } from "../collection/urls.ts";
import { absoluteFrom } from "../components/for-programs.ts";
import { hostLimits } from "../exports/host-limits.ts";
import { papersJson } from "../exports/papers-json.ts";

export const GET: APIRoute = async ({ site }) => {
	const { entries, topics } = await getModel();
	const absolute = absoluteFrom(site);
	return Response.json(
		papersJson(
			entries.map(({ paper }) => paper),
			topics,
			(id) => absolute(urls.paper(id)),
			(part) => absolute(urls.papersPart(part)),
			hostLimits(process.env).papers,
		),
	);
};
