import type { ListedIn } from "../paper/schema.ts";

/** An entry that no source gives any more. */
export interface Orphan {
	file: string;
	/** Line at which the entry names its source. */
	line: number;
	/** The names of the listings that gave it. */
	listings: string[];
}

/** What an import has seen, as far as it tells which listings still give which entries. */
export interface Seen {
	/** Whether a listing would have told of all its papers: it was read, or its file is not there. */
	wouldTell(listing: string): boolean;
	/** Whether a listing has given an entry, or names a record of it that cannot be imported. */
	gives(listing: string, file: string): boolean;
}

/** The listings that have given an entry, and no longer do. */
export function goneListings(
	file: string,
	sources: readonly ListedIn[],
	{ wouldTell, gives }: Seen,
): string[] {
	return sources
		.map(({ listing }) => listing)
		.filter((listing) => wouldTell(listing) && !gives(listing, file));
}

/** The entries all of whose listings are gone; those without any are a person's own. */
export function orphansAmong(
	entries: ReadonlyMap<string, readonly ListedIn[]>,
	seen: Seen,
): Omit<Orphan, "line">[] {
	return [...entries].flatMap(([file, sources]) => {
		const listings = goneListings(file, sources, seen);
		return sources.length > 0 && listings.length === sources.length ? [{ file, listings }] : [];
	});
}

/** True for the name under which an entry has come from an issue: there is no such file. */
export function isSuggestion(listing: string): boolean {
	return /^issue-\d+$/.test(listing);
}
