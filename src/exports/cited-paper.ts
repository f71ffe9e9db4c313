import type { Paper } from "../paper/schema.ts";

/** A paper with what programs that cite it have to know beside it. All addresses are absolute. */
export interface CitedPaper {
	paper: Paper;
	/** The title in plain text, formulas as one line of text. */
	title: string;
	/** Address of the paper's page. */
	url: string;
	/** Language of the paper as a BCP 47 tag. */
	language: string;
}

/** The DOI of a paper as it stands in its link: `10.1000/swifts`. */
export function doiOf({ links }: Pick<Paper, "links">): string | undefined {
	const path = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^?#]+)/i.exec(links.doi ?? "")?.[1];
	if (path === undefined) return undefined;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The arXiv id of a paper as it stands in its link, without version: `2301.00001`. */
export function arxivIdOf({ links }: Pick<Paper, "links">): string | undefined {
	const id = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/([\w.-]+(?:\/\d{7})?)/i;
	return id.exec(links.arxiv ?? "")?.[1]?.replace(/(?:v\d+)?(?:\.pdf)?$/, "");
}

const CONFERENCE =
	/\b(?:conference|conf|workshop|symposium|congress|meeting|proc|advances in neural|findings of)\b|\bproceedings\b(?! of the (?:ieee|royal society|national academy)\b)/i;
const JOURNAL =
	/\b(?:journal|transactions|letters|reviews?|annals|bulletin|magazine|quarterly|acta|plos|tacl|jmlr|tmlr|proceedings of the (?:ieee|royal society|national academy))\b/i;

/** What kind of place a venue is, as far as its name says so; `undefined` for one that says nothing, such as `PNAS`. */
export function venueKind(venue: string): "journal" | "conference" | undefined {
	if (CONFERENCE.test(venue)) return "conference";
	if (JOURNAL.test(venue)) return "journal";
	// A meeting is told from the others of its name by its year: “ACL 2024”, “ICML’23”.
	if (/^\p{Lu}[\p{L}+-]*\p{Lu}[\p{L}+-]*[ ’'-]*(?:(?:19|20)\d\d|\d\d)$/u.test(venue.trim())) {
		return "conference";
	}
	return undefined;
}

/** A text in one line, as values of metadata are. */
export function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
