import { calendarDate, monthNumber } from "../paper/dates.ts";
import { isSafeAddress } from "../paper/links.ts";
import type { FrontMatter } from "../paper/schema.ts";

/** A date as far as a source gives it: months 1–12, days 1–31. */
export interface DateParts {
	year: number;
	month?: number | undefined;
	day?: number | undefined;
}

/** The DOI in a text, in lower case: `https://doi.org/10.1000/ABC` and `doi:10.1000/abc` alike. */
export function doiIn(text = ""): string | undefined {
	const plain = (text.includes("%") ? safelyDecoded(text) : text).toWellFormed();
	const doi = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(plain)?.[0].replace(/[.,;:]+$/, "");
	return doi?.toLowerCase();
}

const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?`;

/** The arXiv id in a text that names arXiv, without its version: `arXiv:2301.00001v2`, an address, a DOI of arXiv. */
export function arxivIn(text = ""): string | undefined {
	const pattern = `(?:arxiv(?:\\.org)?\\s*[:.]\\s*|arxiv\\.org/(?:abs|pdf|html)/|10\\.48550/arxiv\\.)${ARXIV_ID}`;
	return new RegExp(pattern, "i").exec(text)?.[1]?.toLowerCase();
}

/** An arXiv id that stands alone, in a field for such ids. */
export function arxivId(text = ""): string | undefined {
	return new RegExp(`^${ARXIV_ID}$`, "i").exec(text.trim())?.[1]?.toLowerCase() ?? arxivIn(text);
}

/** The addresses of a source, each under what it leads to. Those that no page may link to are left out. */
export function linksOf(
	addresses: readonly string[],
	{ doi, arxiv }: { doi?: string | undefined; arxiv?: string | undefined },
): FrontMatter["links"] {
	const links: FrontMatter["links"] = {};
	if (arxiv) links.arxiv = `https://arxiv.org/abs/${arxiv}`;
	if (doi && !arxivIn(doi)) {
		const address = `https://doi.org/${encodeURI(doi).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
		if (isWebAddress(address)) links.doi = address;
	}
	for (const address of addresses.flatMap((text) => text.trim().split(/\s+/))) {
		if (!isWebAddress(address)) continue;
		const { hostname, pathname } = new URL(address);
		const known = /^(?:dx\.)?doi\.org$|(?:^|\.)arxiv\.org$/.test(hostname);
		if (hostname === "openreview.net" && pathname === "/forum") links.openreview ??= address;
		else if (/\.pdf$|^\/pdf\b/.test(pathname)) links.pdf ??= address;
		else if (known) continue;
		else if (/^(?:github\.com|gitlab\.com)$/.test(hostname)) links.code ??= address;
		else links.paper ??= address;
	}
	return links;
}

/** Of the addresses of a source, those that {@link linksOf} leaves out because no page may link to them. */
export function strayAddresses(addresses: readonly string[]): string[] {
	return addresses.flatMap((text) => {
		const words = text.trim().split(/\s+/).filter(Boolean);
		// Beside an address there may be words: https://a.org (seen in May).
		if (!words.some(isWebAddress)) return words.length > 0 ? [text.trim()] : [];
		return words.filter((word) => /^[a-z][a-z\d+.-]*:./i.test(word) && !isWebAddress(word));
	});
}

/** True for an address that an entry may hold. */
export function isWebAddress(address: string): boolean {
	return (
		address.length <= 2_000 &&
		/^https?:\/\//.test(address) &&
		isSafeAddress(address) &&
		URL.canParse(address)
	);
}

/** A date in one of the forms of reference managers: `2021-05-03`, `2021/05//`, `05/2021`, `May 2021`, `3 May 2021`, `2021`. */
export function dateIn(text = ""): DateParts | undefined {
	const first = text.trim();
	const numbers = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])/.exec(first);
	if (numbers) {
		return checked(Number(numbers[1]), Number(numbers[2] ?? 0), Number(numbers[3] ?? 0));
	}
	const slashed = /^(\d{1,2})\/(\d{4})$/.exec(first);
	if (slashed) return checked(Number(slashed[2]), Number(slashed[1]));
	const words = /^(?:(\d{1,2})\.?\s+)?([A-Z][a-z]{2,8})\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})$/.exec(
		first,
	);
	if (!words) return undefined;
	const day = Number(words[1] ?? words[3] ?? 0);
	return checked(Number(words[4]), monthNumber(words[2] ?? "") ?? 0, day);
}

/** Year, month and day, as far as they are numbers that dates have. */
export function checked(year: number, month = 0, day = 0): DateParts | undefined {
	if (!(year >= 1000 && year <= 9999)) return undefined;
	if (!(month >= 1 && month <= 12)) return { year };
	return calendarDate(year, month, day) ? { year, month, day } : { year, month };
}

/** The first of the dates that say most: a day rather than a month, a month rather than a year. */
export function mostPrecise(dates: readonly (DateParts | undefined)[]): DateParts | undefined {
	return (
		dates.find((date) => date?.day) ?? dates.find((date) => date?.month) ?? dates.find(Boolean)
	);
}

function safelyDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
