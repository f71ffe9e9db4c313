import type { APIRoute } from "astro";
import { getModel } from "../collection/content.ts";
import { urls } from "../collection/urls.ts";
import { absoluteFrom, programFiles } from "../components/for-programs.ts";
import { openApi } from "../exports/open-api.ts";
import { keyWithoutAbstracts } from "./_key.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = async ({ site }) => {
	const model = await getModel();
	const { title, tagline } = model.collection;
	const home = absoluteFrom(site)(urls.home());
	return Response.json(openApi({ title, description: tagline, home }, programFiles(model)));
};
