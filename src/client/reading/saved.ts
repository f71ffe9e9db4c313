import { read, write } from "../storage.ts";

/** A paper that a reader has saved: enough to show it without asking for its page. */
export interface SavedPaper {
	/** Path of the paper's page on the site, base path included. */
	url: string;
	title: string;
	byline: string;
}

/** Addresses of an archive's pages: on the site that it was made of, and in the folder it lies in now. */
interface Addresses {
	/** Address of the site, base path included; ends in a slash. */
	site: string;
	/** Address on the site of a page of the archive. */
	published(address: string): string;
	/** Address in the archive of a page, given its path on the site, base path included. */
	opened(path: string): string;
}

declare global {
	/** Set by the scripts of the archive. */
	var offprintAddresses: Addresses | undefined;
}

const addresses = globalThis.offprintAddresses;

/** Browsers have one store for all folders: there, each collection has a list of its own. */
const KEY = addresses ? `saved ${addresses.site}` : "saved";

/** Address on the site of a page that may be open from a folder. */
export function publishedAddress(address: string): string {
	return addresses?.published(address) ?? address;
}

/** Address at which the page of a saved paper can be opened here. */
export function openedAddress({ url }: SavedPaper): string {
	return addresses?.opened(url) ?? url;
}

/** The saved papers, in the order in which they were saved. What is damaged is left out. */
export function savedPapers(): SavedPaper[] {
	try {
		const papers: unknown = JSON.parse(read(KEY) ?? "[]");
		return Array.isArray(papers) ? papers.filter(isSaved) : [];
	} catch {
		return [];
	}
}

/** Saves a paper, or takes it from the list if it is there. True when it is saved now. */
export function toggleSaved(paper: SavedPaper): boolean {
	const papers = savedPapers();
	const others = papers.filter(({ url }) => url !== paper.url);
	const saved = others.length === papers.length;
	write(KEY, JSON.stringify(saved ? [...others, paper] : others));
	return saved;
}

/** Takes all papers from the list. */
export function clearSaved(): void {
	write(KEY, "");
}

function isSaved(value: unknown): value is SavedPaper {
	if (!value || typeof value !== "object") return false;
	const { url, title, byline } = value as Record<string, unknown>;
	// An address of another site has no place in the list, wherever it came from.
	return (
		typeof url === "string" &&
		/^\/(?!\/)/.test(url) &&
		typeof title === "string" &&
		typeof byline === "string"
	);
}
