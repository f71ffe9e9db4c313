import type { Paper } from "../paper/schema.ts";
import { arxivIdOf, doiOf } from "./cited-paper.ts";

/** A `<link>` of a page's head. */
export interface Signpost {
	rel: string;
	href: string;
	type?: string;
}

/**
 * Links by which machines find their way from a paper's page (FAIR Signposting, level 1,
 * https://signposting.org/FAIR/): how to cite it, who wrote it, where its data are. `authors` are
 * addresses of authors' pages, `files` the paper's files on this site. A licence is
 * pointed to only where `license` is the address of one.
 */
export function signposts(
	paper: Pick<Paper, "links">,
	site: {
		authors: readonly string[];
		files: readonly { url: string; type: string }[];
		license: string | undefined;
	},
): Signpost[] {
	const { doi, arxiv, pdf } = paper.links;
	const cited = (doiOf(paper) && doi) ?? (arxivIdOf(paper) && arxiv);
	const license = site.license?.trim() ?? "";
	return [
		...(cited ? [{ rel: "cite-as", href: cited }] : []),
		{ rel: "type", href: "https://schema.org/AboutPage" },
		{ rel: "type", href: "https://schema.org/ScholarlyArticle" },
		...site.authors.map((href) => ({ rel: "author", href })),
		...site.files.map(({ url, type }) => ({ rel: "describedby", href: url, type })),
		...(pdf ? [{ rel: "item", href: pdf, type: "application/pdf" }] : []),
		...(/^https?:\/\/\S+$/.test(license) ? [{ rel: "license", href: license }] : []),
	];
}
