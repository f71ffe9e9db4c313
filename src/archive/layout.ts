/**
 * Where things are in the folder that an archive unpacks to: for the program that writes
 * it, and for the browser that reads it. Paths are from that folder.
 */

/** What every page runs: reading, search, saved papers. */
export const PAGE_SCRIPT = "scripts/offprint.js";

/** What runs before a page is drawn: where the reader's choices are kept. */
export const STORE_SCRIPT = "scripts/store.js";

/** Checksums of all other files, as `sha256sum` writes them: the manifest of RFC 8493, section 2.1.3. */
export const MANIFEST = "manifest-sha256.txt";

export const README = "README.txt";

/** Records of papers in one data file: so many files of a kilobyte would be slow to unpack. */
const RECORDS_PER_FILE = 50;

const RECORD = /^fragment\/([^/]+)\/(\d+)\.pf_fragment$/;

/** Where the data files hold a file of the search index. */
export interface DataPlace {
	/** Name of the data file, which lies at `data/<name>.js`. */
	name: string;
	/** Number of the record in a file of records; undefined where the data file is the one file. */
	record?: number;
}

/** Where a file of the search index is, by its path within `pagefind/`. */
export function dataPlace(path: string): DataPlace {
	const [, set, number] = RECORD.exec(path) ?? [];
	if (!set) return { name: path };
	const at = Number(number);
	const group = Math.floor(at / RECORDS_PER_FILE);
	return { name: `records/${set}/${group}`, record: at % RECORDS_PER_FILE };
}

/** Path of a data file. */
export function dataFile(name: string): string {
	return `data/${name}.js`;
}

/** A path or address with the name of the file that servers give for a folder: `papers/?a#b` to `papers/index.html?a#b`. */
export function withIndex(address: string): string {
	return address.replace(/^[^?#]*/, (path) =>
		/(?:^|\/)$/.test(path) ? `${path}index.html` : path,
	);
}
