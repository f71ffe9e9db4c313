import type { Issue } from "../paper/issues.ts";
import { type Identity, PaperIndex, type SameBy } from "../paper/same-paper.ts";
import { lineOf } from "./yaml-places.ts";

/** An entry that could be read, with the text of its file. */
export interface ReadFile {
	file: string;
	text: () => string;
	/** What tells its paper from others. */
	identity: () => Identity;
}

/** A problem for each entry whose paper has an entry already: at the second, naming the first. */
export function secondEntries(files: readonly ReadFile[]): Issue[] {
	const papers = new PaperIndex<string>();
	return files.flatMap(({ file, text, identity: identityOf }) => {
		const identity = identityOf();
		const first = papers.find(identity);
		papers.add(identity, file);
		return first ? [secondEntry(file, text(), first.item, first.same)] : [];
	});
}

function secondEntry(file: string, text: string, first: string, same: SameBy): Issue {
	const { path, shared, apart } = reasonOf(same);
	return {
		file,
		line: lineOf(text, path),
		column: 1,
		message: `unexpected second entry for one paper, expected one: ${first} has ${shared}`,
		fix: `Merge the two files and keep the other’s id under \`aliases\`; where they are different papers, ${apart}.`,
	};
}

function reasonOf(same: SameBy): { path: string[]; shared: string; apart: string } {
	if (same.by === "doi") {
		const apart = "one of them has a wrong DOI: correct it";
		return { path: ["links", "doi"], shared: `the same DOI, ${same.value}`, apart };
	}
	if (same.by === "arxiv") {
		const apart = "one of them has a wrong arXiv id: correct it";
		return { path: ["links", "arxiv"], shared: `the same arXiv id, ${same.value}`, apart };
	}
	return {
		path: ["title"],
		shared:
			same.by === "title"
				? "the same title, and no other authors"
				: "nearly the same title, and the same authors",
		apart: "give each its DOI or its arXiv id under `links`",
	};
}
