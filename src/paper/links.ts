/** What the importer can tell from the addresses in an abstract. */
export interface FoundLinks {
	code?: string;
	project?: string;
	data?: string;
}

const CODE_HOSTS = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);
const PROJECT_HOSTS = /\.(?:github|gitlab)\.io$/;
/** Data sets on Hugging Face, records on Zenodo. */
const DATA = /^(?:huggingface\.co\/datasets\/[^/]+\/|zenodo\.org\/(?:record|records|doi)\/)[^/]/;

/**
 * An address in running text, without the full stop or bracket that ends the sentence.
 * Brackets and braces never stand in one (RFC 3986): they are what markup leaves around it.
 */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”‘’`\\^{|}[\]]*[^\s<>"'“”‘’`\\^{|}[\].,;:!?)]/g;

/** Every web address in a text, in order. */
function findAddresses(text: string): string[] {
	return [...text.matchAll(ADDRESS)].map((match) => match[0]);
}

/**
 * The paper's own code, project page and data, as far as its abstract names them: the
 * first repository (`host/owner/name`) of a code host, the first page on a
 * repository's site, the first data set. Nothing is guessed from other words.
 */
export function findLinks(text: string): FoundLinks {
	const links: FoundLinks = {};
	for (const address of findAddresses(text)) {
		if (!URL.canParse(address)) continue;
		const { hostname, pathname } = new URL(address);
		const host = hostname.replace(/^www\./, "");
		if (CODE_HOSTS.has(host) && pathname.split("/").filter(Boolean).length >= 2) {
			links.code ??= address;
		} else if (PROJECT_HOSTS.test(host)) {
			links.project ??= address;
		} else if (DATA.test(host + pathname)) {
			links.data ??= address;
		}
	}
	return links;
}

/** True for an address that a page may link to: http, https, mailto, or relative to the site. */
export function isSafeAddress(address: string): boolean {
	// Control characters and spaces are ignored by browsers inside a scheme, so none may stand there.
	if (/[\u0000-\u0020]/.test(address)) return false;
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
	if (scheme) return ["http", "https", "mailto"].includes(scheme);
	// Browsers read \ as /, and two of them at the start as another host.
	return !/^(?:\\|\/[/\\])/.test(address) && !/^[^/?#]*:/.test(address);
}

/** Kinds of links in the order to show, with their names for readers. */
export const LINK_NAMES = {
	paper: "Paper",
	pdf: "PDF",
	arxiv: "arXiv",
	doi: "DOI",
	openreview: "OpenReview",
	code: "Code",
	project: "Project page",
	data: "Data",
} as const;
