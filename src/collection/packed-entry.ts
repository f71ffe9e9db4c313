import type { Entry } from "../entry/read.ts";
import type { KnownEntry } from "../entry/read-content.ts";
import type { Identity } from "../paper/same-paper.ts";

/**
 * An entry as it is kept. What tells its paper from others is a text (JSON): it is rarely asked for,
 * and its sets take longer to read than all else of the entry.
 */
export interface PackedEntry {
	entry: Entry;
	identity: string;
}

/** An entry as it can be kept. */
export function packed({ entry, identity }: KnownEntry): PackedEntry {
	const { dois, arxivs, families, ...rest } = identity();
	const lists = { dois: [...dois], arxivs: [...arxivs], families: [...families] };
	return { entry, identity: JSON.stringify({ ...rest, ...lists }) };
}

/** The entry that was packed. */
export function unpacked({ entry, identity }: PackedEntry): KnownEntry {
	let known: Identity | undefined;
	return { entry, identity: () => (known ??= identityIn(identity)) };
}

function identityIn(text: string): Identity {
	const { dois, arxivs, words, families, date, venue } = JSON.parse(text);
	return {
		dois: new Map(dois),
		arxivs: new Set(arxivs),
		words,
		families: new Set(families),
		date,
		venue,
	};
}
