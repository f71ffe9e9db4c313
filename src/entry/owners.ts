import type { Issue } from "../paper/issues.ts";
import { issueAt } from "./markup.ts";
import { placesInFrontMatter } from "./yaml-places.ts";

/** The ids that a file claims. */
export interface Claims {
	file: string;
	/** The whole file: asked for where there is a problem. */
	text: () => string;
	/** By the name of the file. */
	id: string;
	/** None where the file cannot be read. */
	aliases: readonly string[];
}

/**
 * Every id that is claimed, and a problem for each claim on an id that another file has: at the
 * second file of a name, and at each alias. The name of a file counts before any alias.
 */
export function ownersOf(claims: readonly Claims[]): { ids: Set<string>; issues: Issue[] } {
	const issues: Issue[] = [];
	const owners = new Map<string, string>();
	for (const { file, id } of claims) {
		const owner = owners.get(id);
		if (owner === undefined) owners.set(id, file);
		else {
			const message = `unexpected second entry with the id ${JSON.stringify(id)}, expected one: ${owner} has it too`;
			const fix = "Merge the two files, or rename one if they are different papers.";
			issues.push(issueAt(file, { line: 1, column: 1 }, message, fix));
		}
	}
	for (const { file, text, aliases } of claims) {
		const taken = aliases.flatMap((alias, at) => {
			const owner = owners.get(alias) ?? file;
			owners.set(alias, owner);
			return owner === file ? [] : [{ alias, at, owner }];
		});
		if (taken.length === 0) continue;
		const placeOf = placesInFrontMatter(text());
		for (const { alias, at, owner } of taken) {
			const message = `unexpected ${JSON.stringify(alias)} as an alias, expected an id that no other entry has: ${owner} has it`;
			const fix = "Merge the two files where they are one paper, or remove the alias.";
			issues.push(issueAt(file, placeOf(["aliases", at]), message, fix));
		}
	}
	return { ids: new Set(owners.keys()), issues };
}
