import type { Entry } from "../entry/read.ts";
import { idFromTitle, isId } from "../paper/identifiers.ts";
import { compare } from "../paper/issues.ts";
import { isAscii } from "../paper/text.ts";

/** Papers that share an organisation, an author or a first letter; papers in the order of the collection. */
export interface Group {
	/** Stands in the address. */
	id: string;
	name: string;
	entries: Entry[];
}

/** So many pages of authors at most: hosts limit files, and an author of one paper is found by search. */
const MOST_AUTHORS = 3000;

/** Organisations by name. The id is the handle, or a slug of the name where the handle cannot be one. */
export function organizationsOf(entries: readonly Entry[]): Group[] {
	return groupBy(entries, ({ paper: { organization } }) => {
		if (!organization) return [];
		const handle = organization.handle.toLowerCase();
		return [
			{ id: isId(handle) ? handle : idFromTitle(organization.name), name: organization.name },
		];
	});
}

/** Groups of a list that are large enough, in its order. */
export interface LargestGroups {
	groups: Group[];
	/** How many papers each has at least: 1 where all groups are there. */
	atLeast: number;
}

/** Those groups that have as many papers as it takes for there to be `most` groups or fewer. */
export function largestGroups(all: readonly Group[], most: number): LargestGroups {
	let atLeast = 1;
	let groups = [...all];
	while (groups.length > most) {
		atLeast += 1;
		groups = groups.filter(({ entries }) => entries.length >= atLeast);
	}
	return { groups, atLeast };
}

/** Authors that have a page, by name, and how many papers it takes to have one. */
export interface Authors {
	authors: Group[];
	/** 1 unless the collection has more than 3,000 authors. */
	atLeast: number;
}

/** Authors where names are known. Names that differ only in case, accents or points are one author. */
export function authorsOf(entries: readonly Entry[], most = MOST_AUTHORS): Authors {
	const all = grouped(entries, ({ paper }) =>
		(paper.authors ?? []).map((name) => ({ id: authorId(name), name })),
	);
	const { groups, atLeast } = largestGroups(all, most);
	return { authors: byName(groups), atLeast };
}

/** Names come again and again, and each is looked at in several places. */
const authorIds = new Map<string, string>();

/** The id of an author's page, if there is one. */
export function authorId(name: string): string {
	let id = authorIds.get(name);
	if (id === undefined) authorIds.set(name, (id = idFromTitle(name)));
	return id;
}

/** Papers by the first letter of their titles, A to Z and other scripts after it; `#` holds the rest. */
export function lettersOf(entries: readonly Entry[]): Group[] {
	const keys = new Map(entries.map((entry) => [entry, sortKey(entry.paper.title)]));
	const keyOf = (entry: Entry) => keys.get(entry) ?? "";
	const byTitle = [...entries].sort((a, b) => compare(keyOf(a), keyOf(b)));
	return groupBy(byTitle, (entry) => {
		const [first = ""] = keyOf(entry);
		const letter = /\p{L}/u.test(first) ? first.toUpperCase() : "#";
		return [{ id: letter === "#" ? "other" : letter.toLowerCase(), name: letter }];
	});
}

/** Most comments first, then newest first; papers without a known number of comments are left out. */
export function mostDiscussed(entries: readonly Entry[]): Entry[] {
	return entries
		.filter(({ paper }) => (paper.commentCount ?? 0) > 0)
		.sort((a, b) => (b.paper.commentCount ?? 0) - (a.paper.commentCount ?? 0));
}

type KeysOf = (entry: Entry) => { id: string; name: string }[];

function groupBy(entries: readonly Entry[], keysOf: KeysOf): Group[] {
	return byName(grouped(entries, keysOf));
}

function grouped(entries: readonly Entry[], keysOf: KeysOf): Group[] {
	const groups = new Map<string, Group>();
	for (const entry of entries) {
		for (const { id, name } of keysOf(entry)) {
			let group = groups.get(id);
			if (!group) groups.set(id, (group = { id, name, entries: [] }));
			if (group.entries.at(-1) !== entry) group.entries.push(entry);
		}
	}
	return [...groups.values()];
}

function byName(groups: readonly Group[]): Group[] {
	return groups
		.map((group) => ({ group, key: sortKey(group.name) }))
		.sort((a, b) => compare(a.key, b.key) || compare(a.group.id, b.group.id))
		.map(({ group }) => group);
}

/** How a name sorts: without accents, case and leading marks, the same on every machine. */
function sortKey(name: string): string {
	const bare = isAscii(name) ? name : name.normalize("NFKD").replace(/\p{M}/gu, "");
	return bare.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
}
