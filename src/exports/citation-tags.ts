import { arxivIdOf, type CitedPaper, doiOf, oneLine, venueKind } from "./cited-paper.ts";

/** A `<meta name content>` of a paper's page. */
export interface MetaTag {
	name: string;
	content: string;
}

/**
 * What reference managers and Google Scholar read in the head of a paper's page: the
 * `citation_…` tags of Highwire (https://scholar.google.com/intl/en/scholar/inclusion.html)
 * and Dublin Core in HTML (DCMI, 2008). Only what is known; authors in the order of the
 * paper. An organisation is no author here: programs would take its name apart.
 * A date is a day or a year, as Google Scholar asks for; Dublin Core takes a month too. `rights` says who owns the text.
 */
export function citationTags(cited: CitedPaper, rights: string | undefined): MetaTag[] {
	const { paper, url, language } = cited;
	const { authors = [], date, venue } = paper;
	const title = oneLine(cited.title);
	const doi = doiOf(paper);
	const arxiv = arxivIdOf(paper);
	const kind = venue === undefined ? undefined : venueKind(venue);
	return tags([
		["citation_title", title],
		...authors.map((name) => ["citation_author", oneLine(name)] as const),
		[
			"citation_publication_date",
			date && (date.length === 7 ? date.slice(0, 4) : date.replaceAll("-", "/")),
		],
		["citation_journal_title", kind === "journal" ? venue : undefined],
		["citation_conference_title", kind === "conference" ? venue : undefined],
		["citation_doi", doi],
		["citation_arxiv_id", arxiv],
		["citation_abstract", oneLine(paper.abstract)],
		["citation_abstract_html_url", url],
		["citation_language", language],
		["DC.title", title],
		...authors.map((name) => ["DC.creator", oneLine(name)] as const),
		["DC.date", date],
		["DC.type", arxiv && !venue ? "preprint" : "Text"],
		["DC.identifier", doi ? `doi:${doi}` : arxiv ? `arXiv:${arxiv}` : url],
		["DC.source", kind ? undefined : venue],
		["DC.language", language],
		["DC.rights", rights],
	]);
}

function tags(rows: readonly (readonly [string, string | undefined])[]): MetaTag[] {
	return rows.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
