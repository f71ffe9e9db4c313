import type { Entry } from "../entry/read.ts";
import type { KnownEntry } from "../entry/read-content.ts";
import type { Identity } from "../paper/same-paper.ts";
import type { Paper } from "../paper/schema.ts";

/** What most entries say in one of these few ways, out of what else they say. */
const USUAL = {
	body: ({ abstract }: Paper) => `\n${abstract}\n`,
	titleHtml: ({ title }: Paper) => title,
	abstractHtml: ({ abstract }: Paper) => `<p>${abstract}</p>`,
};

/**
 * An entry as it is kept: without what is as usual, a third of its bytes. What tells
 * its paper from others is a text (JSON): it is rarely asked for, and its sets take longer to read
 * than all else of the entry.
 */
export interface PackedEntry {
	entry: Omit<Entry, keyof typeof USUAL> & Partial<Pick<Entry, keyof typeof USUAL>>;
	identity: string;
	facts: string;
}

/** An entry as it can be kept. */
export function packed({ entry, identity, facts }: KnownEntry): PackedEntry {
	const { dois, arxivs, families, ...rest } = identity();
	const lists = { dois: [...dois], arxivs: [...arxivs], families: [...families] };
	const { body, titleHtml, abstractHtml, ...others } = entry;
	return {
		entry: {
			...others,
			...(body !== USUAL.body(entry.paper) && { body }),
			...(titleHtml !== USUAL.titleHtml(entry.paper) && { titleHtml }),
			...(abstractHtml !== USUAL.abstractHtml(entry.paper) && { abstractHtml }),
		},
		identity: JSON.stringify({ ...rest, ...lists }),
		facts,
	};
}

/** The entry that was packed. */
export function unpacked({ entry, identity, facts }: PackedEntry): KnownEntry {
	const { paper, file, unchangedSince, pictures, notesHtml, digest, cited } = entry;
	let known: Identity | undefined;
	return {
		// In the order in which the reader gives it.
		entry: {
			paper,
			file,
			body: entry.body ?? USUAL.body(paper),
			unchangedSince,
			pictures,
			titleHtml: entry.titleHtml ?? USUAL.titleHtml(paper),
			abstractHtml: entry.abstractHtml ?? USUAL.abstractHtml(paper),
			notesHtml,
			digest,
			cited,
		},
		identity: () => (known ??= identityIn(identity)),
		facts,
	};
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
