import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../../collection/content.ts";
import { urls } from "../../../collection/urls.ts";
import { absoluteFrom } from "../../../components/for-programs.ts";
import { ofPart, partCount, partJson } from "../../../exports/papers-json.ts";
import { keyed } from "../../_key.ts";

export const getStaticPaths = (async () => {
	const model = await getModel();
	const of = partCount(model.entries.length);
	return Array.from({ length: of }, (_, index) => ({
		params: { part: String(index + 1) },
		...keyed(model, () => [of, ofPart(model.entries, index + 1)]),
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
