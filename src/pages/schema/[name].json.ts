import type { APIRoute, GetStaticPaths } from "astro";
import { urls } from "../../collection/urls.ts";
import { absoluteFrom } from "../../components/for-programs.ts";
import { CONTRACTS, jsonSchema } from "../../exports/contracts.ts";

export const getStaticPaths = (() =>
	Object.keys(CONTRACTS).map((name) => ({
		params: { name },
		cacheKey: name,
	}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
	const name = params.name as keyof typeof CONTRACTS;
	const schema = jsonSchema(name, absoluteFrom(site)(urls.schema(name)));
	return new Response(JSON.stringify(schema, null, "\t"), {
		headers: { "content-type": "application/schema+json" },
	});
};
