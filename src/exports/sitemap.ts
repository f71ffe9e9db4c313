import type { CalendarDate } from "../paper/dates.ts";

/** A page for search engines. */
export interface SitePage {
	/** Absolute address. */
	url: string;
	/** Day of its last change, left out where nobody knows it. */
	changed?: CalendarDate | undefined;
}

/** So many pages stand in one sitemap: the most that the protocol takes (https://www.sitemaps.org/protocol.html). */
const MOST_PAGES = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Pages as sitemaps of at most 50,000 each; there is at least one. */
export function sitemaps(pages: readonly SitePage[], most = MOST_PAGES): string[] {
	const count = Math.max(1, Math.ceil(pages.length / most));
	return Array.from({ length: count }, (_, index) =>
		document("urlset", "url", pages.slice(index * most, (index + 1) * most)),
	);
}

/** The list of sitemaps, by their absolute addresses. */
export function sitemapIndex(urls: readonly string[]): string {
	return document(
		"sitemapindex",
		"sitemap",
		urls.map((url) => ({ url })),
	);
}

/** What robots may read, and where the sitemap is. */
export function robotsTxt(sitemap: string): string {
	return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

function document(root: string, item: string, pages: readonly SitePage[]): string {
	const items = pages.map(({ url, changed }) => {
		const day = changed ? `<lastmod>${changed}</lastmod>` : "";
		return `<${item}><loc>${escaped(url)}</loc>${day}</${item}>\n`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${items.join("")}</${root}>\n`;
}

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll("'", "&apos;")
		.replaceAll('"', "&quot;");
}
