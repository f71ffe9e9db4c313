import type { Citable } from "../../paper/citations.ts";
import { parts } from "../../paper/dates.ts";
import { nameParts } from "../../paper/names.ts";
import type { Paper } from "../../paper/schema.ts";

/** A name in an item; see https://docs.citationstyles.org/en/stable/specification.html#names. */
interface CslName {
	given?: string;
	"non-dropping-particle"?: string;
	family?: string;
	suffix?: string;
	literal?: string;
}

/** A paper in CSL-JSON 1.0.2: https://github.com/citation-style-language/schema. */
export interface CslItem {
	id: string;
	"citation-key": string;
	type: "article-journal" | "paper-conference" | "article";
	title: string;
	author?: CslName[];
	issued?: { "date-parts": number[][] };
	"container-title"?: string;
	/** `arXiv:2301.00001`, of preprints. */
	number?: string;
	publisher?: string;
	DOI?: string;
	URL: string;
	language: string;
	abstract?: string;
}

const JOURNAL =
	/\b(?:journal|transactions|letters|reviews?|annals|magazine|nature|science|bulletin|archives?|quarterly|acta|plos|tacl|jmlr|tmlr|proceedings of the (?:ieee|royal society|national academy))\b/i;
const CONFERENCE =
	/\b(?:proceedings|proc|conference|conf|workshop|symposium|congress|meeting|advances in neural)\b|^[A-Z][\p{L}*+-]*[ ’']*(?:\d{4}|\d{2})\b/iu;

/** What is known of a paper as an item of CSL. Nothing is guessed: where no author or date is known, none is given. */
export function cslItem(
	{ paper, key, title, page, language }: Citable,
	{ abstract = false } = {},
): CslItem {
	const { links, venue, date } = paper;
	const authors = authorsOf(paper);
	const doi = doiOf(paper);
	const arxiv = arxivOf(paper);
	const preprint = !venue || isArchive(venue);
	const { year, month, day } = parts(date ?? "");
	return {
		id: key,
		"citation-key": key,
		type: typeOf(paper),
		title: oneLine(title),
		...(authors.length > 0 ? { author: authors } : {}),
		...(date ? { issued: { "date-parts": [[year, month, day].filter(Boolean)] } } : {}),
		...(preprint ? {} : { "container-title": oneLine(venue) }),
		...(arxiv && preprint ? { number: `arXiv:${arxiv}`, publisher: "arXiv" } : {}),
		...(doi ? { DOI: doi } : {}),
		URL: links.paper ?? links.arxiv ?? links.openreview ?? links.doi ?? links.pdf ?? page,
		language,
		...(abstract && paper.abstract ? { abstract: paper.abstract } : {}),
	};
}

/** The arXiv id of a paper, without version. */
export function arxivOf({ links }: Pick<Paper, "links">): string | undefined {
	return /arxiv\.org\/(?:abs|pdf|html)\/([^?#]+?)(?:v\d+)?(?:\.pdf)?$/i.exec(
		links.arxiv ?? "",
	)?.[1];
}

function doiOf({ links }: Paper): string | undefined {
	const path = /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(links.doi ?? "")?.[1];
	try {
		return path && decodeURIComponent(path);
	} catch {
		return path;
	}
}

function typeOf({ venue, links }: Paper): CslItem["type"] {
	if (!venue || isArchive(venue)) return "article";
	if (JOURNAL.test(venue)) return "article-journal";
	return CONFERENCE.test(venue) || links.openreview ? "paper-conference" : "article-journal";
}

function isArchive(venue: string): boolean {
	return /^(?:arxiv|corr)\b/i.test(venue);
}

/** Names in the order of the paper; where none is known, the organisation that the listing names. */
function authorsOf({ authors = [], organization }: Paper): CslName[] {
	if (authors.length === 0) return organization ? [{ literal: oneLine(organization.name) }] : [];
	return authors.map((name) => {
		const parts = nameParts(name);
		if ("literal" in parts) return { literal: parts.literal };
		const { particle, ...rest } = parts;
		return { ...rest, ...(particle ? { "non-dropping-particle": particle } : {}) };
	});
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
