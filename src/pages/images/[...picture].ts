import { readFileSync } from "node:fs";
import path from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { getModel } from "../../collection/content.ts";
import { contentFolder } from "../../entry/folder.ts";

/** Only the pictures that an entry shows, which the guard has looked at. */
export const getStaticPaths = (async () => {
	const { entries } = await getModel();
	const shown = new Set(entries.flatMap(({ pictures }) => pictures));
	return [...shown].map((picture) => ({ params: { picture } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, never>, { picture: string }> = ({ params }) =>
	new Response(new Uint8Array(readFileSync(path.join(contentFolder().images, params.picture))));
