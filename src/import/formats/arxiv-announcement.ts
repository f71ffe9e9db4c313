import type { Citation } from "../citation.ts";
import { arxivIn, dateIn } from "../known-as.ts";
import { toPlainLine } from "../plain-text.ts";

/** What arXiv's feeds of a day write about a paper. */
interface Announcement {
	/** `arXiv:2401.00001v1 Announce Type: new`, then `Abstract: …`. */
	description: string | undefined;
	/** Names in one text, parted by commas, with affiliations in brackets. */
	creators: string | undefined;
	/** `new`, `cross`, `replace` or `replace-cross`. */
	type: string | undefined;
	/** The day of the announcement. */
	day: string | undefined;
	/** What may name the paper: addresses, identifiers. */
	names: (string | undefined)[];
}

/** What an announcement tells. https://info.arxiv.org/help/rss.html */
export function announced({
	description = "",
	creators = "",
	type,
	day,
	names,
}: Announcement): Pick<Citation, "abstract" | "authors" | "arxiv" | "date"> {
	const arxiv = [...names, description].map(arxivIn).find(Boolean);
	return {
		abstract: description
			.replace(/^\s*arXiv:\S+\s+Announce Type:\s*\S*\s*/i, "")
			.replace(/^\s*Abstract:\s*/i, ""),
		authors: toPlainLine(creators)
			.replace(/ ?\([^()]*\)/g, "")
			.split(/\s*,\s*|\s+and\s+/)
			.filter(Boolean),
		arxiv,
		// The day belongs to what is announced: only for a new paper to its publication.
		date: (type === undefined || type === "new" ? dayIn(day) : undefined) ?? monthOf(arxiv),
	};
}

/** The day in `Tue, 02 Jan 2024 00:00:00 -0500` or `2024-01-02T00:00:00-05:00`. */
function dayIn(text = ""): Citation["date"] {
	return dateIn(/\d{1,2} [A-Z][a-z]{2} \d{4}|\d{4}-\d\d-\d\d/.exec(text)?.[0]);
}

/** An arXiv id begins with its year and month: `2401.00001`, `math/0309136`. */
function monthOf(arxiv = ""): Citation["date"] {
	const [, year, month] = /(?:^|\/)(\d\d)(\d\d)/.exec(arxiv) ?? [];
	if (year === undefined) return undefined;
	return dateIn(`${Number(year) > 90 ? 19 : 20}${year}-${month}`);
}
