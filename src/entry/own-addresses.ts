import path from "node:path";
import type { Issue } from "../paper/issues.ts";
import { OWN_NAMES } from "../paper/own-names.ts";
import { issueAt, type Place } from "./markup.ts";
import type { Claims } from "./owners.ts";
import { placesInFrontMatter } from "./yaml-places.ts";

/** A problem for each id and alias of an entry at whose address the site has a page of its own. */
export function ownAddressesOfEntry({ file, text, id, aliases }: Claims): Issue[] {
	const taken = (name: string, place: Place, fix: string) =>
		issueOf(file, place, name, `/papers/${name}/`, fix);
	const issues = aliases.flatMap((alias, at) => {
		if (!OWN_NAMES.papers.has(alias)) return [];
		const place = placesInFrontMatter(text())(["aliases", at]);
		return [taken(alias, place, "Remove the alias: its address was never this paper’s.")];
	});
	if (!OWN_NAMES.papers.has(id)) return issues;
	const fix = `Rename the file, for example to paper-${id}.mdx: its name is the paper’s id.`;
	return [taken(id, { line: 1, column: 1 }, fix), ...issues];
}

/** A problem for each page of prose that the site's own page would hide. */
export function ownAddressesOfPages(files: readonly string[]): Issue[] {
	return files.flatMap((file) => {
		const name = path.posix.basename(file, ".mdx").toLowerCase();
		if (!OWN_NAMES.pages.has(name)) return [];
		const fix = `Rename the file, for example to about-${name}.mdx: its name is its address.`;
		return [issueOf(file, { line: 1, column: 1 }, name, `/${name}/`, fix)];
	});
}

function issueOf(file: string, place: Place, name: string, address: string, fix: string): Issue {
	const message = `unexpected name ${JSON.stringify(name)}, expected one whose address is free: the site has its own ${address}`;
	return issueAt(file, place, message, fix);
}
