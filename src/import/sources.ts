import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContentFolder } from "../entry/content-folder.ts";
import { compare, type Issue } from "../paper/issues.ts";

/** A source to import, not yet decoded. */
export interface Source {
	/** The name that entries give as `source.listing`. */
	listing: string;
	/** The file as messages name it. */
	file: string;
	bytes: Uint8Array;
}

/** The sources that could be read, and a problem for each of the others. */
export interface ReadSources {
	sources: Source[];
	issues: Issue[];
}

/** All of `sources/`, in the order of names; hidden files and `listings.yaml` are none. */
export function sourcesOf(folder: ContentFolder): ReadSources {
	let names: string[];
	try {
		names = readdirSync(folder.sources);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return { sources: [], issues: [] };
		throw cause;
	}
	return sourcesAt(
		names
			.filter((name) => !name.startsWith(".") && name !== path.basename(folder.listings))
			.sort(compare)
			.map((name) => path.posix.join(folder.sources, name)),
	);
}

/** The files named. */
export function sourcesAt(files: readonly string[]): ReadSources {
	const sources: Source[] = [];
	const issues: Issue[] = [];
	for (const file of files) {
		try {
			sources.push({ listing: path.basename(file), file, bytes: readFileSync(file) });
		} catch (cause) {
			const reason = (cause as Error).message;
			issues.push({
				file,
				line: 1,
				column: 1,
				message: `unexpected failure to read the file (${reason}), expected a listing`,
				fix: "Check the name, and that it is a file that can be read.",
			});
		}
	}
	return { sources, issues };
}
