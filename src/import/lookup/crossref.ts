import { crossref } from "../formats/crossref.ts";
import { jsonValue, object, string } from "../json.ts";
import { doiIn } from "../known-as.ts";
import type { ListedPaper } from "../record.ts";

/** Where Crossref's API is. https://api.crossref.org/swagger-ui/index.html */
export const CROSSREF = "https://api.crossref.org";

/** The query for the work with this DOI. */
export function doiQuery(doi: string): string {
	return `/works/${encodeURIComponent(doi)}`;
}

/** The query for works by what a reference to them says. */
export function titleQuery(title: string, count: number): string {
	return `/works?query.bibliographic=${encodeURIComponent(title)}&rows=${count}`;
}

/** Why an answer of Crossref is none. That it does not know a DOI is an answer too: 404 and a line of text. */
export function workFlaw(text: string, status: number): string | undefined {
	if (/<html|<!doctype html/i.test(text.slice(0, 1000))) return "a web page";
	if (status !== 200) return undefined;
	const { DOI, items } = object(object(jsonValue(text)).message);
	return typeof DOI === "string" || Array.isArray(items) ? undefined : "a text that is no work";
}

/** The paper of an answer without flaw, if it is the one with this DOI, or why there is none. */
export function paperInWork(
	text: string,
	doi: string,
): { paper: ListedPaper } | { reason: string } {
	const named = string(object(object(jsonValue(text)).message).DOI);
	if (doiIn(named) !== doi) {
		return { reason: `Crossref answered with another DOI (${named?.slice(0, 80)})` };
	}
	const { papers, rejections } = crossref.parse(text, "Crossref", {});
	const [paper] = papers;
	if (paper) return { paper };
	return { reason: `Crossref's record cannot be read (${rejections[0]?.reason ?? "no title"})` };
}

/** The papers that a search has found, the best first. */
export function papersInWorks(text: string): ListedPaper[] {
	return crossref.parse(text, "Crossref", {}).papers;
}
