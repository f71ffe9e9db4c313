import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { ContentFolder } from "../entry/folder.ts";
import { compare, type Issue } from "../paper/issues.ts";

/** A source to import, not yet decoded. */
export interface Source {
	/** The name that entries give as `source.listing`: that of a file in `sources/`. */
	listing: string;
	/** The file as messages name it. */
	file: string;
	bytes: Uint8Array;
	/** The folder that it lies in, without links; absent where the source is no file. */
	home?: string;
	/** Nobody has named it: it lies in a folder that is read, perhaps by accident. */
	found?: true;
}

/** The sources that could be read, and a problem for each of the others. */
export interface ReadSources {
	sources: Source[];
	issues: Issue[];
}

/** What stands for the standard input among the names of files. */
export const STDIN = "-";

/**
 * All of `sources/`, in the order of names; hidden files and `listings.yaml` are none. A folder
 * in it is a problem, since an entry names its source by the file's name alone.
 */
export function sourcesOf(folder: ContentFolder): ReadSources {
	const read: ReadSources = { sources: [], issues: [] };
	try {
		for (const file of filesIn(folder.sources)) readAt(file, read, { folders: false });
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
	}
	return read;
}

/**
 * The files named, each once; of a folder all files below it, in the order of names, without
 * hidden ones and `listings.yaml`. `stdin` is what {@link STDIN} stands for.
 */
export function sourcesAt(names: readonly string[], stdin?: Uint8Array): ReadSources {
	const read: ReadSources = { sources: [], issues: [] };
	const seen = new Set<string>();
	for (const name of names) {
		if (name !== STDIN) readAt(name, read, { folders: true, seen, named: true });
		else if (stdin) read.sources.push({ listing: "stdin", file: "stdin", bytes: stdin });
	}
	return read;
}

interface Reading {
	/** Whether a folder stands for the files below it. */
	folders: boolean;
	/** What has been read. */
	seen?: Set<string>;
	/** Whether a person has named it: then a pipe will do, for which nobody waits in a folder. */
	named?: boolean;
}

function readAt(file: string, read: ReadSources, { folders, seen, named }: Reading): void {
	const refuse = (found: string, expected: string, fix: string) =>
		read.issues.push({
			file,
			line: 1,
			column: 1,
			message: `unexpected ${found}, expected ${expected}`,
			fix,
		});
	try {
		const stat = statSync(file, { bigint: true });
		// Given twice, or by two names, or by a link that leads back: it is one.
		const identity = `${stat.dev} ${stat.ino}`;
		if (seen?.has(identity)) return;
		seen?.add(identity);
		if (stat.isDirectory() && folders) {
			const inside = filesIn(file);
			if (named && inside.length === 0) refuse("empty folder", "listings in it", "Check the name.");
			for (const below of inside) readAt(below, read, { folders, ...(seen && { seen }) });
		} else if (stat.isDirectory()) {
			refuse("folder", "files alone", "Move the listings in it up one folder.");
		} else if (!named && !stat.isFile()) {
			refuse("device or pipe", "a listing", "Remove it, or name it on the command line.");
		} else {
			const home = realpathSync(path.dirname(file));
			const bytes = readFileSync(file);
			const listing = path.basename(file);
			read.sources.push({ listing, file, bytes, home, ...(named ? {} : { found: true }) });
		}
	} catch (cause) {
		const found = `failure to read the file (${(cause as Error).message})`;
		refuse(found, "a listing", "Check the name, and that it is a file that can be read.");
	}
}

function filesIn(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => !name.startsWith(".") && name !== "listings.yaml")
		.sort(compare)
		.map((name) => path.posix.join(folder, name));
}
