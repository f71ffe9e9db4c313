import type { Collection } from "../paper/collection.ts";
import type { Paper } from "../paper/schema.ts";
import { arxivIdOf, type CitedPaper, doiOf, oneLine, venueKind } from "./cited-paper.ts";

/** A thing in words of schema.org; keys that are `undefined` are left out of its text. */
export type Thing = Record<string, unknown>;

/** A paper as a `ScholarlyArticle`. `home` is the address of the collection, `image` that of the paper's card. */
export function scholarlyArticle(
	{ paper, title, url, language }: CitedPaper,
	collection: Collection,
	{ home, image, topics }: { home: string; image: string; topics: readonly string[] },
): Thing {
	return thing("ScholarlyArticle", {
		"@id": url,
		url,
		headline: oneLine(title),
		author: authorsOf(paper),
		datePublished: paper.date,
		abstract: paper.abstract || undefined,
		inLanguage: language,
		identifier: some([
			propertyValue("DOI", doiOf(paper)),
			propertyValue("arXiv", arxivIdOf(paper)),
		]),
		sameAs: some([paper.links.doi, paper.links.arxiv, paper.links.openreview, paper.links.paper]),
		keywords: some(topics),
		image,
		isPartOf: [
			{ "@type": "Collection", "@id": home, name: collection.title, url: home },
			...publicationsOf(paper),
		],
		copyrightNotice: collection.license,
	});
}

/** A list of papers, by the addresses of their pages, from place `from` on (1-based) of `total`. */
export function collectionPage(
	{ name, url, language }: { name: string; url: string; language: string },
	papers: { urls: readonly string[]; from: number; total: number },
): Thing {
	return thing("CollectionPage", {
		name,
		url,
		inLanguage: language,
		mainEntity: {
			"@type": "ItemList",
			numberOfItems: papers.total,
			itemListElement: papers.urls.map((paper, index) => ({
				"@type": "ListItem",
				position: papers.from + index,
				url: paper,
			})),
		},
	});
}

/** The site, with the address at which it is searched: `{q}` there stands for the words. */
export function webSite({ title }: Collection, home: string, search: string): Thing {
	return thing("WebSite", {
		name: title,
		url: home,
		potentialAction: {
			"@type": "SearchAction",
			target: `${search}?q={q}`,
			"query-input": "required name=q",
		},
	});
}

/**
 * A thing as the text of a `<script type="application/ld+json">`. No text in it can end the
 * script: `<`, `>` and `&` are escaped, and so are the line ends that JavaScript knows and JSON does not.
 */
export function jsonLdText(value: Thing): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

function thing(type: string, properties: Thing): Thing {
	return { "@context": "https://schema.org", "@type": type, ...properties };
}

function authorsOf({ authors = [], organization }: Paper): Thing[] | Thing | undefined {
	if (authors.length > 0) return authors.map((name) => ({ "@type": "Person", name }));
	return organization && { "@type": "Organization", name: organization.name };
}

function publicationsOf({ venue }: Paper): Thing[] {
	if (!venue) return [];
	return [{ "@type": venueKind(venue) === "journal" ? "Periodical" : "CreativeWork", name: venue }];
}

function propertyValue(propertyID: string, value: string | undefined): Thing | undefined {
	return value ? { "@type": "PropertyValue", propertyID, value } : undefined;
}

function some<T>(values: readonly (T | undefined)[]): T[] | undefined {
	const known = values.filter((value) => value !== undefined);
	return known.length > 0 ? known : undefined;
}
