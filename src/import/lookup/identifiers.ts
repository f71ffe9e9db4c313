import { idFromIdentifier } from "../../paper/identifiers.ts";
import { arxivId, arxivIn, doiIn } from "../known-as.ts";
import type { ListedPaper, Wanted } from "../record.ts";

/** By what a paper can be looked up: an arXiv id without version, or a DOI in lower case. */
export type Identifier = Pick<Wanted, "kind" | "id">;

/**
 * The identifier that a word is: an arXiv id, a DOI, or the address of either at arxiv.org or
 * doi.org. A DOI of arXiv is the arXiv id.
 */
export function identifierIn(word: string): Identifier | undefined {
	const text = word.trim();
	const address = /^https?:\/\//i.test(text);
	const hosts = /^https?:\/\/(?:[a-z]+\.)*(?:arxiv|doi)\.org\//i;
	if (address && !hosts.test(text)) return undefined;
	const arxiv = address ? arxivIn(text) : arxivId(text);
	if (arxiv) return { kind: "arxiv", id: arxiv };
	const doi = /^(?:https?:|doi:|10\.)/i.test(text) ? doiIn(text) : undefined;
	return doi === undefined ? undefined : { kind: "doi", id: doi };
}

/** One text for each identifier: `arxiv:2301.00001`. */
export function keyOf({ kind, id }: Identifier): string {
	return `${kind}:${id}`;
}

/** As people read it: `arXiv 2301.00001`, `DOI 10.1000/xyz`. */
export function nameOf({ kind, id }: Identifier): string {
	return `${kind === "arxiv" ? "arXiv" : "DOI"} ${id}`;
}

/** The file in which a person would write the paper's entry. */
export function entryFileOf({ id }: Identifier): string {
	return `content/papers/${idFromIdentifier(id) ?? "<id>"}.mdx`;
}

/** The keys of the identifiers that a paper has. */
export function keysOf({ arxiv, doi }: Pick<ListedPaper, "arxiv" | "doi">): string[] {
	return [
		...(arxiv ? [keyOf({ kind: "arxiv", id: arxiv })] : []),
		...(doi ? [keyOf({ kind: "doi", id: doi })] : []),
	];
}
