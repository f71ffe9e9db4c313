/**
 * A file of a list, by what stands first in it. Lists are in the order of code points, and a file
 * ends where the next one begins.
 */
export type Row = [first: string, name: string];

/**
 * The table of contents of a search index: `pagefind/contents.<hash>.pf_contents`, JSON. It is what
 * Pagefind's own `pf_meta` holds, without the name of every page, and with the lists of words.
 */
export interface Contents {
	version: 1;
	/** Names of the sets of records, from that of the oldest papers on: see `recordPath`. */
	sets: string[];
	papers: number;
	/** BCP 47. */
	language: string;
	/** Words in each text, in steps of {@link LENGTH_STEP}, a character a paper: `0` and up. */
	lengths: string;
	/** Names of the fields that words are found in, in the order of their numbers. */
	fields: string[];
	/**
	 * Whether the lists of chunks, outlines and pairs are in tables: files that each hold some rows of
	 * one of them. The list here has a row for each of its tables then, as if they were its files.
	 */
	tables: boolean;
	/** The chunks, by stems. */
	chunks: Row[];
	/** The files of outlines, by stems: those of the common words. */
	outlines: Row[];
	/** The power of two from which on a number of papers makes a word common. */
	common: number;
	/** Common stems, whose places take so many bytes that phrases read pairs in their stead. */
	paired: string[];
	/** The files of pairs, by stems and pairs of them. */
	pairs: Row[];
	/** The lists of words. */
	words: Row[];
	/** The lists of words whose first letter stands last. */
	rotated: Row[];
	/** Name of a filter to the name of its file: see `facets.ts`. */
	filters: Record<string, string>;
	/** Name of the file of the papers' ids. */
	ids: string;
	/** Ids of topics and their names, in the order of the collection. */
	topics: [id: string, name: string][];
	/** Comments on the papers that have any: numbers of papers and of comments, most first. */
	comments: [paper: number, count: number][];
}

/** `pagefind-entry.json`: Pagefind's own, with where the table of contents is. The only file whose name never changes. */
export interface SearchEntry {
	offprint: { contents: string };
}

/** What a record ({@link recordPath}) keeps of a paper, as Pagefind writes it. */
export interface PaperRecord {
	/** Path from the site's root, without the base path. */
	url: string;
	/** The abstract, in plain text. */
	content: string;
	meta: { title?: string; authors?: string; organization?: string };
	filters: Record<string, string[]>;
}

/**
 * Papers in a set of records. A set is named by what is in it, so that no list of the names of all
 * records has to be sent, and a change to one paper gives so many files another address, not all.
 */
export const PAPERS_IN_SET = 250;

/**
 * Address of the record of a paper in an index of so many papers, without the ending. Papers are
 * numbered from the newest on, and sets filled from the oldest on: a new paper moves no other.
 */
export function recordPath(paper: number, papers: number, sets: readonly string[]): string {
	const fromOldest = papers - 1 - paper;
	const set = Math.floor(fromOldest / PAPERS_IN_SET);
	return `${set}-${sets[set]}/${fromOldest % PAPERS_IN_SET}`;
}

/** Words of a text that one step of {@link Contents.lengths} stands for. */
const LENGTH_STEP = 16;

const FIRST_LENGTH = "0".charCodeAt(0);
const MOST_STEPS = 74;

/** The lengths of texts, in words, as one text. */
export function encodeLengths(words: readonly number[]): string {
	return words
		.map((count) =>
			String.fromCharCode(FIRST_LENGTH + Math.min(MOST_STEPS, Math.round(count / LENGTH_STEP))),
		)
		.join("");
}

/** The lengths of texts, in words, about. */
export function decodeLengths(lengths: string): Float32Array {
	return Float32Array.from(
		lengths,
		(sign) => (sign.charCodeAt(0) - FIRST_LENGTH) * LENGTH_STEP || 1,
	);
}
