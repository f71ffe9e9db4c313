import { JSDOM } from "jsdom";

/** What a reference manager keeps of a paper. */
export interface SavedItem {
	type: string;
	title: string;
	/** Names as they are shown, in order; those of organisations in brackets. */
	creators: string[];
	date: string;
	doi: string;
	url: string;
	abstract: string;
	language: string;
	/** Journal, conference. */
	venue: string;
}

const NOTHING: SavedItem = {
	type: "",
	title: "",
	creators: [],
	date: "",
	doi: "",
	url: "",
	abstract: "",
	language: "",
	venue: "",
};

/**
 * Saves a page as reference managers do that read embedded metadata: the tags of Highwire
 * first, then Dublin Core, then Open Graph. Where no author is named, they look for W3C's
 * `author`, for Open Graph's, and at last for an element that is called a byline.
 */
export function savedFromPage(html: string): SavedItem {
	const { document } = new JSDOM(html).window;
	const metas = [...document.querySelectorAll("meta")].flatMap((meta) => {
		const name = meta.getAttribute("name") || meta.getAttribute("property");
		const content = meta.getAttribute("content");
		return name && content ? [{ name: name.toLowerCase(), content }] : [];
	});
	const all = (name: string) =>
		metas.filter((meta) => meta.name === name).map(({ content }) => content);
	const first = (...names: string[]) =>
		names.flatMap(all).map((text) => text.replace(/\s+/g, " ").trim())[0] ?? "";
	const names = [all("citation_author"), all("dc.creator"), all("author"), openGraph(all)];
	return {
		type: typeOf(first),
		title: first("citation_title", "dc.title", "og:title"),
		creators: creators(names.find((found) => found.length > 0) ?? bylines(document)),
		date: first("citation_publication_date", "article:published_time", "dc.date").replaceAll(
			"/",
			"-",
		),
		doi: /10\.\d{4,9}\/\S+/.exec(first("citation_doi"))?.[0] ?? "",
		url: first("og:url", "citation_abstract_html_url"),
		abstract: first("citation_abstract", "og:description", "description"),
		language: first("citation_language", "dc.language") || document.documentElement.lang,
		venue: first("citation_journal_title", "citation_conference_title", "dc.source"),
	};
}

function typeOf(first: (...names: string[]) => string): string {
	if (first("citation_journal_title")) return "journalArticle";
	if (first("citation_technical_report_institution")) return "report";
	if (first("citation_conference_title")) return "conferencePaper";
	if (first("og:type") === "website") return "webpage";
	const type = first("dc.type");
	return type === "preprint" ? type : "journalArticle";
}

/** Open Graph's authors are addresses of profiles; only names are taken. */
function openGraph(all: (name: string) => string[]): string[] {
	return all("article:author").filter((text) => !/[\da-z.-]+\.[a-z.]{2,6}/.test(text));
}

function bylines(document: Document): string[] {
	const [line] = document.querySelectorAll('[class*="byline" i], [class*="vcard" i]');
	for (const left of line?.querySelectorAll("time, button") ?? []) left.remove();
	return line?.textContent ? line.textContent.split(/\s*(?:\band\b|,|&)\s*/) : [];
}

/** A semicolon parts names; a single tag with commas between names of two words is several names. */
function creators(tags: readonly string[]): string[] {
	const [only = ""] = tags;
	const commas = only.split(/\s*,\s*/);
	const several = tags.length === 1 && commas.length > 1 && commas.every((part) => /\s/.test(part));
	return (several ? commas : tags.flatMap((tag) => tag.split(/\s*;\s*/)))
		.map((name) => name.trim())
		.filter((name, index, names) => /[^\s,\-.;]/.test(name) && name !== names[index - 1]);
}

/** Saves the papers of a list, as reference managers do that read COinS (ANSI/NISO Z39.88-2004 in keys and values). */
export function savedFromList(html: string): SavedItem[] {
	const { document } = new JSDOM(html).window;
	return [...document.querySelectorAll<HTMLElement>("span.Z3988[title]")].map((span) => {
		const parts = span.title.split("&").map((part): [string, string] => {
			const at = part.indexOf("=");
			const value = part.slice(at + 1).replace(/\+|%2B/gi, " ");
			return [part.slice(0, at), decodeURIComponent(value)];
		});
		const all = (key: string) => parts.flatMap(([name, value]) => (name === key ? [value] : []));
		const [format] = all("rft_val_fmt");
		const genre = all("rft.genre")[0] ?? "";
		const book = format === "info:ofi/fmt:kev:mtx:book";
		const proceeding = book && ["conference", "proceeding"].includes(genre);
		const ids = all("rft_id");
		return {
			...NOTHING,
			type: proceeding ? "conferencePaper" : book ? "book" : "journalArticle",
			title: all("rft.atitle")[0] ?? "",
			creators: [...all("rft.au"), ...all("rft.aucorp").map((name) => `[${name}]`)],
			date: all("rft.date")[0] ?? "",
			doi: ids.find((id) => id.startsWith("info:doi/"))?.slice("info:doi/".length) ?? "",
			url: ids.find((id) => /^https?:/.test(id)) ?? "",
			language: all("rft.language")[0] ?? "",
			venue: all(proceeding ? "rft.btitle" : "rft.jtitle")[0] ?? "",
		};
	});
}
