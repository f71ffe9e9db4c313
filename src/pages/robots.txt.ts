import type { APIRoute } from "astro";
import { href } from "../collection/urls.ts";
import { absoluteFrom } from "../components/for-programs.ts";
import { robotsTxt } from "../exports/sitemap.ts";
import { keyWithoutAbstracts } from "./_key.ts";

export const cacheKey = keyWithoutAbstracts;

export const GET: APIRoute = ({ site }) =>
	new Response(robotsTxt(absoluteFrom(site)(href("/sitemap-index.xml"))), {
		headers: { "content-type": "text/plain; charset=utf-8" },
	});
