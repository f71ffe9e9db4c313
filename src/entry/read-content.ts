import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Collection } from "../paper/collection.ts";
import { compare, type Issue, IssuesError } from "../paper/issues.ts";
import { OWN_NAMES } from "../paper/own-names.ts";
import { lostIds } from "../paper/published-ids.ts";
import { type Identity, identityOf } from "../paper/same-paper.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import type { Topic } from "../paper/topics.ts";
import {
	type ContentFolder,
	proseFiles,
	readCollection,
	readIfThere,
	readListings,
	readTopics,
} from "./content-folder.ts";
import { type ReadFile, secondEntries } from "./one-paper.ts";
import { ownAddressesOfEntry, ownAddressesOfPages } from "./own-addresses.ts";
import { type Claims, ownersOf } from "./owners.ts";
import { picturesIn } from "./pictures.ts";
import { type Entry, type EntrySite, readEntry } from "./read.ts";
import type { Untouched } from "./untouched.ts";

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
	identity: Identity;
}

/** Entries as they were read before, by the text of their files. */
export interface EntryCache {
	/** What this text gave, or `undefined` where it has to be read. */
	recall(file: string, text: string): KnownEntry | undefined;
	/** Goes on keeping what is kept of a file that nobody has touched. */
	retain(file: string): void;
	/** Keeps what a text gave. Entries with problems are not kept: they are told anew each time. */
	keep(file: string, text: string, known: KnownEntry): void;
	/** Writes what is new, and drops what was not asked for. */
	save(): void;
}

/**
 * Reads a content folder. Throws an IssuesError that lists every problem in it,
 * also those that no file can know alone: every id and alias is one paper's, and every
 * paper has one entry, no published id is lost, and nothing stands at an address of the site's own.
 * `base` is the site's base path, for links within it. `cacheFor` gives a cache of entries
 * that were read before, for the schema's topics, and what is known of files by themselves, for
 * the same topics; without it all are read. `onProgress` is told how many files of how many are
 * read.
 */
export function readContent(
	folder: ContentFolder,
	base = "/",
	cacheFor?: (topics: readonly string[]) => { entries: EntryCache; untouched?: Untouched<ReadOne> },
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
	const { entries: cache, untouched } =
		(topics.value && cacheFor?.(topics.value.map(({ id }) => id))) ?? {};
	const claims: Claims[] = [];
	const files: ReadFile[] = [];
	const paths = found.filter(isEntry);
	const slow: Content["slow"] = [];
	for (const [at, file] of paths.entries()) {
		onProgress?.(at, paths.length);
		const read = untouched ? readTouched(file, site, cache, untouched) : readOne(file, site, cache);
		const { text, known, issues: wrong, milliseconds } = read;
		issues.push(...wrong);
		if (known) {
			entries.push(known.entry);
			files.push({ file, text, identity: known.identity });
		}
		const id = path.posix.basename(file, ".mdx");
		claims.push({ file, text, id, aliases: known?.entry.paper.aliases ?? [] });
		if (milliseconds > SLOW) slow.push({ file, milliseconds });
	}
	cache?.save();
	const owners = ownersOf(claims);
	issues.push(...owners.issues, ...claims.flatMap(ownAddressesOfEntry));
	// Two files with one id are told already.
	const told = new Set(owners.issues.map(({ file }) => file));
	issues.push(...secondEntries(files.filter(({ file }) => !told.has(file))));
	// The aliases of an entry with problems are not known: one cause, one message.
	if (entries.length === paths.length) {
		// No paper ever stood at an address of the site's own: such an id is not missed.
		const known = new Set([...owners.ids, ...OWN_NAMES.papers]);
		issues.push(...lostIds(folder.ids, readIfThere(folder.ids) ?? "", known));
	}
	if (!collection.value || !topics.value || issues.length > 0) throw new IssuesError(issues);
	entries.sort((a, b) => compare(a.paper.id, b.paper.id));
	slow.sort((a, b) => b.milliseconds - a.milliseconds).splice(NAMED);
	return { collection: collection.value, topics: topics.value, entries, slow };
}

/** An entry as it was read from its file, or recalled. */
export interface ReadOne {
	text: string;
	/** Left out where there are problems. */
	known?: KnownEntry;
	issues: Issue[];
	milliseconds: number;
}

/** Reads an entry, or recalls it, and keeps it. */
export function readOne(file: string, site: EntrySite, cache: EntryCache | undefined): ReadOne {
	const begun = performance.now();
	const bytes = readFileSync(file);
	const text = bytes.toString();
	const issues = isUtf8(bytes) ? [] : [notUtf8(file)];
	const read = cache?.recall(file, text) ?? readAndKeep(file, text, site, cache);
	const milliseconds = performance.now() - begun;
	if ("entry" in read) return { text, known: read, issues, milliseconds };
	return { text, issues: [...issues, ...read.issues], milliseconds };
}

/** The same, but for a file that nobody has touched since the last time. */
function readTouched(
	file: string,
	site: EntrySite,
	cache: EntryCache | undefined,
	untouched: Untouched<ReadOne>,
): ReadOne {
	const last = untouched.recall(file);
	if (last) {
		cache?.retain(file);
		return { ...last, milliseconds: 0 };
	}
	const remember = untouched.reading(file);
	const read = readOne(file, site, cache);
	// Pictures are files of their own, and problems may lie elsewhere.
	if (read.known?.entry.pictures.length === 0 && read.issues.length === 0) remember(read);
	return read;
}

function readAndKeep(
	file: string,
	text: string,
	site: EntrySite,
	cache: EntryCache | undefined,
): KnownEntry | { issues: Issue[] } {
	const { entry, issues } = readEntry(file, text, site);
	if (!entry) return { issues };
	const known = { entry, identity: identityOf(entry.paper) };
	// Pictures are files of their own, which can change while the entry stays.
	if (entry.pictures.length === 0) cache?.keep(file, text, known);
	return known;
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

/** Every `.mdx` below a folder, in the order of paths; hidden files are none. */
export function entryFiles(folder: string): string[] {
	return filesIn(folder).filter(isEntry);
}

function isEntry(file: string): boolean {
	return file.endsWith(".mdx");
}

function filesIn(folder: string): string[] {
	let items: ReturnType<typeof list>;
	try {
		items = list(folder);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
		throw cause;
	}
	return items.flatMap((item) => {
		const at = `${folder}/${item.name}`;
		if (item.name.startsWith(".")) return [];
		return item.isDirectory() ? filesIn(at) : [at];
	});
}

function list(folder: string) {
	return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
}
