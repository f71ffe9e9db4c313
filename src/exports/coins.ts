import { arxivIdOf, type CitedPaper, doiOf, oneLine, venueKind } from "./cited-paper.ts";

/** Names of a paper in lists: a reader of a list does not save sixty times sixty. */
const MOST_AUTHORS = 30;

/**
 * A paper as an OpenURL ContextObject in keys and values (ANSI/NISO Z39.88-2004), for the
 * `title` of a `<span class="Z3988">`: that is COinS, by which reference managers save many
 * papers from one list. A longer list of authors is cut after thirty; the page has them all.
 */
export function contextObject(cited: CitedPaper): string {
	const { paper, title, url, language } = cited;
	const { authors = [], organization, date, venue } = paper;
	const doi = doiOf(paper);
	const conference = venue !== undefined && venueKind(venue) === "conference";
	const genre = conference ? "proceeding" : venue ? "article" : preprint(cited);
	const rows: [string, string | undefined][] = [
		["ctx_ver", "Z39.88-2004"],
		["rft_val_fmt", `info:ofi/fmt:kev:mtx:${conference ? "book" : "journal"}`],
		["rft.genre", genre],
		["rft.atitle", oneLine(title)],
		[conference ? "rft.btitle" : "rft.jtitle", venue],
		...authors.slice(0, MOST_AUTHORS).map((name): [string, string] => ["rft.au", oneLine(name)]),
		["rft.aucorp", authors.length === 0 ? organization?.name : undefined],
		["rft.date", date],
		["rft.language", language],
		["rft_id", doi && `info:doi/${doi}`],
		["rft_id", url],
	];
	return rows.flatMap(([key, value]) => (value ? [`${key}=${encoded(value)}`] : [])).join("&");
}

function preprint({ paper }: CitedPaper): string {
	return arxivIdOf(paper) ? "preprint" : "unknown";
}

function encoded(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replaceAll("%20", "+");
}
