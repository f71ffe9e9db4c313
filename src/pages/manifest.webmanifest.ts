import type { APIRoute } from "astro";
import { ICONS } from "../cards/icon.ts";
import { getModel } from "../collection/content.ts";
import { urls } from "../collection/urls.ts";
import { webManifest } from "../exports/web-manifest.ts";
import { keyWithoutAbstracts } from "./_key.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = async () => {
	const { collection } = await getModel();
	const icons = Object.entries(ICONS).flatMap(([name, { size, purpose }]) =>
		purpose ? [{ src: urls.icon(name), size, purpose }] : [],
	);
	return new Response(webManifest(collection, urls.home(), icons), {
		headers: { "content-type": "application/manifest+json" },
	});
};
