import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../collection/content.ts";
import { urls } from "../../../collection/urls.ts";
import { absoluteFrom } from "../../../components/for-programs.ts";
import { partCount, partJson } from "../../../exports/papers-json.ts";

export const getStaticPaths = (async () => {
	const { entries } = await getModel();
	return Array.from({ length: partCount(entries.length) }, (_, index) => ({
		params: { part: String(index + 1) },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
	const { entries } = await getModel();
	const absolute = absoluteFrom(site);
	return Response.json(
		partJson(
			entries.map(({ paper }) => paper),
			Number(params.part),
			(id) => absolute(urls.paper(id)),
			(part) => absolute(urls.papersPart(part)),
		),
	);
};
