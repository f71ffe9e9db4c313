import type { ReadFile } from "../../search/index-files.ts";
import { filesAt } from "./files.ts";

/** Where the collection is: on a site, or in a folder of a computer. */
export interface Place {
	/** Reads a file of the search index. */
	read: ReadFile;
	/** Reads a file of citations, by its path from the site's root. */
	citations: ReadFile;
	/** Address of a page, given its path from the site's root: `/papers/<id>/`, perhaps with a query. */
	link(path: string): string;
}

declare global {
	/** Set by the scripts of the archive, which is read from a folder. */
	var offprintPlace: Place | undefined;
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** The place that this page was opened in. */
export const place: Place = globalThis.offprintPlace ?? {
	read: filesAt(`${base}pagefind/`),
	citations: filesAt(base),
	link: (path) => base + path.replace(/^\//, ""),
};
