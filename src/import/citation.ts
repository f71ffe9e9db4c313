import { paperDate } from "../paper/dates.ts";
import { languageTag } from "../paper/languages.ts";
import { teaser } from "../paper/text.ts";
import { titleParts } from "../paper/typography.ts";
import { arxivIn, type DateParts, dateIn, doiIn, linksOf, strayAddresses } from "./known-as.ts";
import { outsideMath } from "./math-in-text.ts";
import { toPlainLine, toPlainText } from "./plain-text.ts";
import type { Format, ListedPaper, ParsedListing, Rejection } from "./record.ts";
import type { Unusable } from "./unusable.ts";

/** What the formats of reference managers and archives state about a paper, with their markup. */
export interface Citation {
	title?: string | undefined;
	abstract?: string | undefined;
	/** Names as printed, see {@link printedName}; perhaps with `others` or `et al.` at the end. */
	authors?: string[] | undefined;
	date?: DateParts | undefined;
	/** Any text with a DOI in it. */
	doi?: string | undefined;
	/** An arXiv id. */
	arxiv?: string | undefined;
	addresses?: (string | undefined)[];
	venue?: string | undefined;
	language?: string | undefined;
	/** What stands where dates and an arXiv id belong, so that what cannot be read is told. */
	written?: { dates?: (string | undefined)[]; arxiv?: string | undefined };
}

/** A citation of a source, with its place. */
export interface PlacedCitation {
	line: number;
	/** Absent where the record cannot be read: then `problem` says why. */
	citation?: Citation;
	problem?: string;
	/** What the source calls a record, so that one without title is found. */
	name?: string | undefined;
	/** The record's own key in the source, where its format has one: see {@link ListedPaper}. */
	key?: string | undefined;
}

/** A name in parts, as CSL, BibTeX and RIS know them. */
export interface NameParts {
	given?: string | undefined;
	particle?: string | undefined;
	family?: string | undefined;
	suffix?: string | undefined;
	/** A collaboration or another name without parts. */
	literal?: string | undefined;
}

/** A name as it is printed: `Ludwig van Beethoven`, `Martin Luther King Jr.`. */
export function printedName({ given, particle, family, suffix, literal }: NameParts): string {
	const name = [given, particle, family, suffix].filter(Boolean).join(" ");
	const plain = toPlainLine(name || (literal ?? "")).replace(/[{}\\$]/g, "");
	// d’Alembert, O' Neill and al-Khwarizmi: no space after the mark that ends a particle.
	return plain.replace(/\b([dDlL]['’]|[aeAE][a-z]-) (?=\p{Lu})/gu, "$1").trim();
}

/** `Family, Given` or `Family, Jr., Given` as {@link printedName}; a name without comma, or with more, stays. */
export function nameOf(text: string): string {
	const [family = "", second, third, ...more] = text.split(",").map((part) => part.trim());
	if (second === undefined || more.length > 0) return printedName({ literal: text });
	if (third === undefined) {
		return /^(?:Jr|Sr|I{2,3}|IV)\.?$/.test(second)
			? printedName({ family, suffix: second })
			: printedName({ given: second, family });
	}
	return /^(?:Jr|Sr|I{2,3}|IV)\.?$/.test(second)
		? printedName({ given: third, family, suffix: second })
		: printedName({ given: second, family, suffix: third });
}

/** Names as a paper holds them: `others` and `et al.` are no names, but say that there are more. */
export function namesOf(names: readonly string[]): Pick<ListedPaper, "authors" | "moreAuthors"> {
	const authors = names
		.map((name) => name.trim().replace(/(?<=\S),? (?:et\.? al\.?|and others),?$/i, ""))
		.filter((name) => name !== "" && !OTHERS.test(name));
	const more = names.some(
		(name) => OTHERS.test(name.trim()) || / (?:et\.? al\.?|and others),?$/i.test(name.trim()),
	);
	return {
		...(authors.length > 0 ? { authors } : {}),
		...(more ? { moreAuthors: true } : {}),
	};
}

const OTHERS = /^(?:and )?(?:others|et\.? al\.?),?$/i;

/** The listing of a source whose records are citations: papers, and the reason of each that is none. */
function listingOf(records: readonly PlacedCitation[]): ParsedListing {
	const listing: ParsedListing = { papers: [], rejections: [], issues: [], notes: [] };
	const uses = Map.groupBy(records, ({ key }) => key?.trim());
	for (const { line, citation = {}, problem, name, key: written } of records) {
		const key = written?.trim();
		// What several records are called tells none of them.
		const own = key && isKey(key) && uses.get(key)?.length === 1 ? { key } : {};
		const title = toTitle(citation.title ?? "");
		const found = problem ?? (title ? undefined : "no title");
		if (found === undefined) listing.papers.push({ ...toPaper(citation, title, line), ...own });
		else {
			const called = title || (name ?? citation.doi ?? "unnamed");
			listing.rejections.push({ ...rejection(line, called, found), ...own });
		}
	}
	return listing;
}

/** True for what an entry can hold as a key, on one line of its front matter. */
function isKey(text: string): boolean {
	return text.length <= 200 && text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

/** A format of citations. `flawIn` tells why a whole source cannot be read. */
export function citationFormat(
	name: string,
	recognises: Format["recognises"],
	read: (text: string) => PlacedCitation[],
	flawIn: (text: string) => { line: number; column: number; reason: string } | undefined = () =>
		undefined,
): Format {
	return {
		name,
		writtenByPrograms: true,
		recognises,
		parse(text, file) {
			const flaw = flawIn(text);
			const records = flaw ? [] : read(text);
			if (records.length > 0) return listingOf(records);
			const { line, column, reason } = flaw ?? { line: 1, column: 1, reason: "no record in it" };
			const message = `unexpected ${name} that cannot be read (${reason}), expected records of papers`;
			const fix = "Download or export it again: it may have been cut, or edited by hand.";
			return { ...listingOf([]), issues: [{ file, line, column, message, fix }] };
		},
	};
}

function rejection(line: number, title: string, reason: string): Rejection {
	return { line, title: teaser(title, 60), reason };
}

/** Outside of formulas, braces, backslashes and pairs of dollar signs are remains of LaTeX, but for sets of numbers. */
function toTitle(text: string): string {
	return outsideMath(toPlainLine(text), (words) =>
		titleParts(words)
			.map(({ value }) => value)
			.join("")
			.replace(/\\(?=[A-Za-z])/g, "")
			.replace(/\{(?=\p{L})([^{}]*)\}/gu, "$1"),
	).trim();
}

function toPaper(citation: Citation, title: string, line: number): ListedPaper {
	const addresses = (citation.addresses ?? []).filter((address) => address !== undefined);
	const arxiv = citation.arxiv ?? [citation.doi, ...addresses].map(arxivIn).find(Boolean);
	const doi = doiIn(citation.doi) ?? addresses.filter(isDoiAddress).map(doiIn).find(Boolean);
	const { date } = citation;
	const venue = toTitle(citation.venue ?? "");
	const language = languageTag(citation.language);
	const unusable = unusableIn(citation, addresses);
	return {
		title: { text: title, line, column: 1 },
		abstract: { text: toPlainText(citation.abstract ?? ""), line, column: 1 },
		...(date ? { date: paperDate(date.year, date.month, date.day) } : {}),
		...namesOf(citation.authors ?? []),
		...(doi && !arxivIn(doi) ? { doi } : {}),
		...(arxiv ? { arxiv } : {}),
		...(venue ? { venue } : {}),
		...(language ? { language } : {}),
		links: linksOf(addresses, { doi, arxiv }),
		...(unusable.length > 0 ? { unusable } : {}),
		sound: true,
	};
}

/** What a citation says that nobody can use. */
function unusableIn(
	{ doi, arxiv, language, written = {} }: Citation,
	addresses: readonly string[],
): Unusable[] {
	const unless = (known: unknown, field: Unusable["field"], text: string | undefined) =>
		text?.trim() && !known ? [{ field, found: toPlainLine(text) }] : [];
	return [
		...unless(doiIn(doi) ?? arxivIn(doi), "DOI", doi),
		...unless(arxiv, "arXiv id", written.arxiv),
		...(written.dates ?? []).flatMap((text) => unless(dateIn(text), "date", text)),
		...unless(languageTag(language), "language", language),
		...strayAddresses(addresses).flatMap((text) => unless(false, "address", text)),
	];
}

function isDoiAddress(address: string): boolean {
	return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address);
}
