import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { sitemapIndex, sitemaps } from "./sitemap.ts";

const pages = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ url: `https://example.org/${index}/?a&b='<">` }));

test("50,000 pages stand in one sitemap, one more begins another; none is lost", () => {
	expect(sitemaps(pages(50_000))).toHaveLength(1);
	const parts = sitemaps(pages(50_001));
	const parser = new XMLParser({ isArray: (name) => name === "url" });
	const urls = parts.map((text) => parser.parse(text).urlset.url);
	expect(urls.map(({ length }) => length)).toEqual([50_000, 1]);
	expect(urls[1]).toEqual([{ loc: "https://example.org/50000/?a&b='<\">" }]);
});

test("a site without pages has a sitemap too", () => {
	expect(sitemaps([]).map((text) => XMLValidator.validate(text))).toEqual([true]);
});

test("a day of change stands where it is known", () => {
	expect(
		sitemaps([{ url: "https://example.org/", changed: "2026-07-01" }])[0],
	).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="UTF-8"?>
		<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
		<url><loc>https://example.org/</loc><lastmod>2026-07-01</lastmod></url>
		</urlset>
		"
	`);
	expect(sitemapIndex(["https://example.org/sitemap-0.xml"])).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="UTF-8"?>
		<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
		<sitemap><loc>https://example.org/sitemap-0.xml</loc></sitemap>
		</sitemapindex>
		"
	`);
});
