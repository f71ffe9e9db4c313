import type { Issue } from "../paper/issues.ts";
import { OWN_NAMES } from "../paper/own-names.ts";
import { lostIds } from "../paper/published-ids.ts";
import { type ReadFile, secondEntries } from "./one-paper.ts";
import { ownAddressesOfEntry } from "./own-addresses.ts";
import { type Claims, ownersOf } from "./owners.ts";

/** All entries of a collection. */
export interface Together {
	claims: readonly Claims[];
	/** Those that could be read. */
	files: readonly ReadFile[];
	/** The list of published ids: its path and its text. */
	ids: { file: string; text: string };
}

/**
 * The problems that no file can know alone: every id and alias is one paper's, and every paper has
 * one entry, no published id is lost, and nothing stands at an address of the site's own.
 */
export function problemsTogether({ claims, files, ids }: Together): Issue[] {
	const owners = ownersOf(claims);
	// Two files with one id are told already.
	const told = new Set(owners.issues.map(({ file }) => file));
	const issues = [
		...owners.issues,
		...claims.flatMap(ownAddressesOfEntry),
		...secondEntries(files.filter(({ file }) => !told.has(file))),
	];
	// The aliases of an entry with problems are not known: one cause, one message.
	if (files.length < claims.length) return issues;
	// No paper ever stood at an address of the site's own: such an id is not missed.
	const known = new Set([...owners.ids, ...OWN_NAMES.papers]);
	return [...issues, ...lostIds(ids.file, ids.text, known)];
}
