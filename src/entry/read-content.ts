import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Collection } from "../paper/collection.ts";
import { compare, type Issue, IssuesError } from "../paper/issues.ts";
import { lostIds } from "../paper/published-ids.ts";
import { frontMatterSchemaFor } from "../paper/schema.ts";
import type { Topic } from "../paper/topics.ts";
import {
	type ContentFolder,
	readCollection,
	readIfThere,
	readListings,
	readTopics,
} from "./content-folder.ts";
import type { Place } from "./markup.ts";
import { type ReadFile, secondEntries } from "./one-paper.ts";
import { picturesIn } from "./pictures.ts";
import { type Entry, readEntry } from "./read.ts";
import { placeOfValue } from "./splice.ts";

/** A whole content folder, read and checked. */
export interface Content {
	collection: Collection;
	/** In the order of topics.yaml. */
	topics: Topic[];
	/** In the order of their ids. */
	entries: Entry[];
}

/**
 * Reads a content folder. Throws an IssuesError that lists every problem in it,
 * also those that no file can know alone: every id and alias is one paper's, and every
 * paper has one entry, and no published id is lost.
 * `base` is the site's base path, for links within it.
 */
export function readContent(folder: ContentFolder, base = "/"): Content {
	const collection = readCollection(folder);
	const topics = readTopics(folder);
	const listings = readListings(folder);
	const issues: Issue[] = [
		...collection.issues,
		...topics.issues,
		...listings.issues,
		...noEntries(folder.papers),
	];
	const entries: Entry[] = [];
	// Without topics every topic would seem unknown: one cause, one message.
	const schema = topics.value && frontMatterSchemaFor(topics.value.map(({ id }) => id));
	const pictures = picturesIn(folder.images);
	const owners = new Map<string, string>();
	const files: ReadFile[] = [];
	const paths = entryFiles(folder.papers);
	// A name of a file counts more than a former one: the alias is what is to be mended.
	for (const file of [...paths].reverse()) owners.set(path.posix.basename(file, ".mdx"), file);
	for (const file of paths) {
		const bytes = readFileSync(file);
		const text = bytes.toString();
		if (!isUtf8(bytes)) issues.push(notUtf8(file));
		const read = readEntry(file, text, {
			base,
			pictures,
			...(schema ? { schema } : {}),
		});
		issues.push(...read.issues);
		if (read.entry) entries.push(read.entry);
		const id = path.posix.basename(file, ".mdx");
		const taken = [id, ...(read.entry?.paper.aliases ?? [])].flatMap((claim, at) => {
			const owner = owners.get(claim) ?? file;
			owners.set(claim, owner);
			const place = at === 0 ? { line: 1, column: 1 } : placeOfValue(text, ["aliases", at - 1]);
			return owner === file ? [] : [secondOwner(file, claim, owner, place)];
		});
		issues.push(...taken);
		// Two files with one id are told already.
		if (read.entry && taken.length === 0) files.push({ file, text, paper: read.entry.paper });
	}
	issues.push(...secondEntries(files));
	// The aliases of an entry with problems are not known: one cause, one message.
	if (entries.length === paths.length) {
		issues.push(...lostIds(folder.ids, readIfThere(folder.ids) ?? "", new Set(owners.keys())));
	}
	if (!collection.value || !topics.value || issues.length > 0) throw new IssuesError(issues);
	entries.sort((a, b) => compare(a.paper.id, b.paper.id));
	return { collection: collection.value, topics: topics.value, entries };
}

/** Files that look like entries, and would be missed. */
function noEntries(folder: string): Issue[] {
	return filesIn(folder)
		.filter((file) => /\.(?:mdx?|markdown|txt)$/i.test(file) && !file.endsWith(".mdx"))
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

function secondOwner(file: string, id: string, owner: string, place: Place): Issue {
	return {
		file,
		...place,
		message: `unexpected second entry with the id ${JSON.stringify(id)}, expected one: ${owner} has it too`,
		fix: "Merge the two files, or rename one if they are different papers.",
	};
}

/** Every `.mdx` below a folder, in the order of paths; hidden files are none. */
export function entryFiles(folder: string): string[] {
	return filesIn(folder).filter((file) => file.endsWith(".mdx"));
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
		const at = path.posix.join(folder, item.name);
		if (item.name.startsWith(".")) return [];
		return item.isDirectory() ? filesIn(at) : [at];
	});
}

function list(folder: string) {
	return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
}
