import { gzipSync } from "node:zlib";
import type { APIRoute, GetStaticPaths } from "astro";
import { getModel, getProse } from "../collection/content.ts";
import { sitePages } from "../collection/site-pages.ts";
import { href } from "../collection/urls.ts";
import { absoluteFrom } from "../components/for-programs.ts";
import { sitemapIndex, sitemaps } from "../exports/sitemap.ts";

export const getStaticPaths = (async () => {
	const site = new URL(href("/"), import.meta.env.SITE).origin;
	const absolute = absoluteFrom(new URL(site));
	const pages = sitePages(await getModel(), await getProse());
	const parts = sitemaps(
		pages.map(({ address, changed }) => ({ url: absolute(address), changed })),
	).map((text, index) => [`sitemap-${index}.xml`, text] as const);
	const index = sitemapIndex(parts.map(([name]) => absolute(href(name))));
	return [["sitemap-index.xml", index] as const, ...parts].flatMap(([name, text]) => [
		{ params: { sitemap: name }, props: { body: text, type: "application/xml" } },
		{
			params: { sitemap: `${name}.gz` },
			props: { body: new Uint8Array(gzipSync(text)), type: "application/gzip" },
		},
	]);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: string | Uint8Array<ArrayBuffer>; type: string }> = ({
	props,
}) => new Response(props.body, { headers: { "content-type": props.type } });
