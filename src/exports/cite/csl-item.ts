import type { Citable } from "../../paper/citations.ts";
import { dateParts } from "../../paper/dates.ts";
import { nameParts } from "../../paper/names.ts";
import type { Paper } from "../../paper/schema.ts";
import { arxivIdOf, doiOf, oneLine, venueKind } from "../cited-paper.ts";

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

/** What is known of a paper as an item of CSL, without its abstract. Nothing is guessed: where no author or date is known, none is given. */
export function cslItem({ paper, key, title, page, language }: Citable): CslItem {
	const { links, venue, date } = paper;
	const authors = authorsOf(paper);
	const doi = doiOf(paper);
	const arxiv = arxivIdOf(paper);
	const preprint = !venue || isArchive(venue);
	return {
		id: key,
		"citation-key": key,
		type: typeOf(paper),
		title: oneLine(title),
		...(authors.length > 0 ? { author: authors } : {}),
		...(date
			? {
					issued: {
						"date-parts": [Object.values(dateParts(date)).filter((part) => part !== undefined)],
					},
				}
			: {}),
		...(preprint ? {} : { "container-title": oneLine(venue) }),
		...(arxiv && preprint ? { number: `arXiv:${arxiv}`, publisher: "arXiv" } : {}),
		...(doi ? { DOI: doi } : {}),
		URL: links.paper ?? links.arxiv ?? links.openreview ?? links.doi ?? links.pdf ?? page,
		language,
	};
}

function typeOf({ venue, links }: Paper): CslItem["type"] {
	if (!venue || isArchive(venue)) return "article";
	const kind = venueKind(venue);
	if (kind === "journal") return "article-journal";
	return kind || links.openreview ? "paper-conference" : "article-journal";
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
