import type { APIRoute, GetStaticPaths } from "astro";
import { designSum, drawIcon, ICONS } from "../../cards/icon.ts";

export const getStaticPaths = (() =>
	Object.keys(ICONS).map((icon) => ({
		params: { icon },
		cacheKey: designSum(),
	}))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
	new Response(new Uint8Array(await drawIcon(params.icon as keyof typeof ICONS)), {
		headers: { "content-type": "image/png" },
	});
