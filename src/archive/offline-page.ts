import { type CalendarDate, formatDate } from "../paper/dates.ts";

const MARKED = /<!-- archive -->[\s\S]*?<!-- \/archive -->/;

/** What is said of the archive where it can be downloaded. */
export interface Download {
	/** Address of the zip, base path included. */
	address: string;
	name: string;
	bytes: number;
	/** Day on which the site was built, UTC. */
	day: CalendarDate;
	/** In hexadecimal. */
	sha256: string;
}

/**
 * The page about reading offline with the link to the archive in the place that it keeps for it.
 * Undefined where the page has no such place. The same however often it is done.
 */
export function withDownload(page: string, download: Download): string | undefined {
	if (!MARKED.test(page)) return undefined;
	const { address, name, bytes, day, sha256 } = download;
	const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
	const text = `<p><a href="${escaped(address)}" download>${escaped(name)}</a> (${size}) holds every page, as of <time datetime="${day}">${formatDate(day)}</time>, and the search. Unpack it and open <code>index.html</code> in the folder that comes out.</p><p class="label">SHA-256: <code>${sha256}</code></p>`;
	return page.replace(MARKED, () => `<!-- archive -->${text}<!-- /archive -->`);
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
