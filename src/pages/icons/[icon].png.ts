import type { APIRoute, GetStaticPaths } from "astro";
import { drawIcon, ICONS } from "../../cards/icon.ts";

export const getStaticPaths = (() =>
	Object.keys(ICONS).map((icon) => ({ params: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
	new Response(new Uint8Array(drawIcon(params.icon as keyof typeof ICONS)), {
		headers: { "content-type": "image/png" },
	});
