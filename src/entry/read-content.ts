import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import path from "node:path";
import { digestOf } from "../cache/kept.ts";
import type { Collection } from "../paper/collection.ts";
import { compare, type Issue, IssuesError } from "../paper/issues.ts";
import { type Identity, identityOf } from "../paper/same-paper.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import type { Topic } from "../paper/topics.ts";
import { readCollection, readListings, readTopics } from "./content-folder.ts";
import { type ContentFolder, filesIn, isEntry, proseFiles, readIfThere } from "./folder.ts";
import type { ReadFile } from "./one-paper.ts";
import { ownAddressesOfPages } from "./own-addresses.ts";
import type { Claims } from "./owners.ts";
import { picturesIn } from "./pictures.ts";
import { type Entry, type EntrySite, readEntry } from "./read.ts";
import { problemsTogether, type Together } from "./together.ts";

/** A whole content folder, read and checked. */
export interface Content {
	collection: Collection;
	/** In the order of topics.yaml. */
	topics: Topic[];
	/** In the order of their ids. */
	entries: Entry[];
	/** Entries that took long to read, slowest first, at most three: formulas can take up to 250 ms each. */
	slow: { file: string; milliseconds: number }[];
}

/** Milliseconds from which on an entry is slow: others take less than one. */
export const SLOW = 100;
const NAMED = 3;

/** What a text gave. */
export interface KnownEntry {
	entry: Entry;
	/** What tells its paper from others: asked for where papers are compared. */
	identity: () => Identity;
	/** Check sum of all that entries are compared by: the file, and the facts of its paper. */
	facts: string;
}

/** Entries as they were read before, by the text of their files. */
export interface EntryCache {
	/**
	 * What a file gave, without reading it: `undefined` where it has to be read, since somebody may
	 * have touched it. To be asked before it is read.
	 */
	untouched(file: string): KnownEntry | undefined;
	/** What this text gave, or `undefined` where it has to be read. */
	recall(file: string, text: string): KnownEntry | undefined;
	/** Keeps what a text gave. Entries with problems are not kept: they are told anew each time. */
	keep(file: string, text: string, known: KnownEntry): void;
	/** Whether all entries together, of this check sum, had no problems when they were last looked at. */
	wereSound(sum: string): boolean;
	/** Keeps that they have none. */
	areSound(sum: string): void;
	/** Writes what is new, and drops what was not asked for. */
	save(): void;
}

/**
 * Reads a content folder. Throws an IssuesError that lists every problem in it, also those that no
 * file can know alone ({@link problemsTogether}).
 * `base` is the site's base path, for links within it. `cacheFor` gives a cache of entries
 * that were read before, for the schema's topics; without it all are read. `onProgress` is told
 * how many files of how many are read.
 */
export function readContent(
	folder: ContentFolder,
	base = "/",
	cacheFor?: (topics: readonly string[]) => EntryCache,
	onProgress?: (done: number, total: number) => void,
): Content {
	const collection = readCollection(folder);
	const topics = readTopics(folder);
	const listings = readListings(folder);
	const found = filesIn(folder.papers);
	const issues: Issue[] = [
		...collection.issues,
		...topics.issues,
		...listings.issues,
		...noEntries(found),
		...ownAddressesOfPages(proseFiles(folder)),
	];
	const entries: Entry[] = [];
	// Without topics every topic would seem unknown: one cause, one message.
	const schema = topics.value && frontMatterSchemaFor(topics.value.map(({ id }) => id));
	const site = { base, pictures: picturesIn(folder.images), ...(schema ? { schema } : {}) };
	const cache = topics.value && cacheFor?.(topics.value.map(({ id }) => id));
	const claims: Claims[] = [];
	const files: ReadFile[] = [];
	const facts: string[] = [];
	const paths = found.filter(isEntry);
	const slow: Content["slow"] = [];
	for (const [at, file] of paths.entries()) {
		onProgress?.(at, paths.length);
		const { text, known, issues: wrong, milliseconds } = readOne(file, site, cache);
		issues.push(...wrong);
		if (known) {
			entries.push(known.entry);
			files.push({ file, text, identity: known.identity });
			facts.push(known.facts);
		}
		const id = path.posix.basename(file, ".mdx");
		claims.push({ file, text, id, aliases: known?.entry.paper.aliases ?? [] });
		if (milliseconds > SLOW) slow.push({ file, milliseconds });
	}
	cache?.save();
	issues.push(
		...problemsOfAll(cache, facts, {
			claims,
			files,
			ids: { file: folder.ids, text: readIfThere(folder.ids) ?? "" },
		}),
	);
	if (!collection.value || !topics.value || issues.length > 0) throw new IssuesError(issues);
	entries.sort((a, b) => compare(a.paper.id, b.paper.id));
	slow.sort((a, b) => b.milliseconds - a.milliseconds).splice(NAMED);
	return { collection: collection.value, topics: topics.value, entries, slow };
}

/** Problems of all entries together, which are not looked for again where there were none in the very same facts. */
function problemsOfAll(
	cache: EntryCache | undefined,
	facts: readonly string[],
	together: Together,
): Issue[] {
	const whole = facts.length === together.claims.length;
	const sum = digestOf(JSON.stringify([together.ids.text, ...facts]));
	if (whole && cache?.wereSound(sum)) return [];
	const issues = problemsTogether(together);
	if (whole && issues.length === 0) cache?.areSound(sum);
	return issues;
}

/** An entry as it was read from its file, or recalled. */
export interface ReadOne {
	/** The whole file: asked for where a problem has to be placed. */
	text: () => string;
	/** Left out where there are problems. */
	known?: KnownEntry;
	issues: Issue[];
	milliseconds: number;
}

/** Reads an entry, or recalls it, and keeps it. */
export function readOne(file: string, site: EntrySite, cache: EntryCache | undefined): ReadOne {
	const untouched = cache?.untouched(file);
	if (untouched) {
		return {
			text: () => readIfThere(file) ?? "",
			known: untouched,
			issues: [],
			milliseconds: 0,
		};
	}
	const begun = performance.now();
	const bytes = readFileSync(file);
	const text = bytes.toString();
	const issues = isUtf8(bytes) ? [] : [notUtf8(file)];
	// What is told each time is not kept.
	const keeping = issues.length === 0 ? cache : undefined;
	const read = keeping?.recall(file, text) ?? readAndKeep(file, text, site, keeping);
	const milliseconds = performance.now() - begun;
	if ("entry" in read) return { text: () => text, known: read, issues, milliseconds };
	return { text: () => text, issues: [...issues, ...read.issues], milliseconds };
}

function readAndKeep(
	file: string,
	text: string,
	site: EntrySite,
	cache: EntryCache | undefined,
): KnownEntry | { issues: Issue[] } {
	const { entry, issues } = readEntry(file, text, site);
	if (!entry) return { issues };
	const identity = identityOf(entry.paper);
	const known = { entry, identity: () => identity, facts: factsOf(entry) };
	// Pictures are files of their own, which can change while the entry stays.
	if (entry.pictures.length === 0) cache?.keep(file, text, known);
	return known;
}

function factsOf({ file, paper }: Entry): string {
	const { id, aliases, title, authors, date, venue, links } = paper;
	return digestOf(JSON.stringify([file, id, aliases, title, authors, date, venue, links]));
}

/** Files that look like entries, and would be missed. */
function noEntries(files: readonly string[]): Issue[] {
	return files
		.filter((file) => /\.(?:mdx?|markdown|txt)$/i.test(file) && !isEntry(file))
		.map((file) => ({
			file,
			line: 1,
			column: 1,
			message: `unexpected file name ${JSON.stringify(path.posix.basename(file))}, expected one that ends in .mdx`,
			fix: "Rename the file: its name is the paper's id, and then .mdx in small letters.",
		}));
}

function notUtf8(file: string): Issue {
	return {
		file,
		line: 1,
		column: 1,
		message: "unexpected bytes of another encoding, expected UTF-8 text",
		fix: "Save the file again as UTF-8, and look at its letters with accents.",
	};
}
