import { checkSum } from "./check-sum.ts";
import type { Paper } from "./schema.ts";

/** A paper with what a citation needs to know from its collection. */
export interface Citable {
	paper: Paper;
	/** A check sum of all that the paper says but its abstract. */
	sum: string;
	/** Unique in the collection, see `citation-key.ts`. */
	key: string;
	/** The title in plain text, without TeX. */
	title: string;
	/** Absolute address of the paper's page. */
	page: string;
	/** BCP 47 tag of the paper's language, or of the collection where it names none. */
	language: string;
}

/** All that citations without abstracts say of a paper. */
export function withoutAbstract(citable: Citable): Citable {
	return { ...citable, paper: { ...citable.paper, abstract: "" } };
}

/** The forms in which a paper can be cited: what readers call them, and how their files end. */
export const CITATION_FORMATS = {
	bibtex: { name: "BibTeX", file: "bib", type: "application/x-bibtex" },
	biblatex: { name: "BibLaTeX", file: "biblatex.bib", type: "application/x-bibtex" },
	ris: { name: "RIS", file: "ris", type: "application/x-research-info-systems" },
	csl: {
		name: "CSL-JSON",
		file: "csl.json",
		type: "application/vnd.citationstyles.csl+json",
	},
	apa: { name: "APA", file: "apa.txt", type: "text/plain" },
	ieee: { name: "IEEE", file: "ieee.txt", type: "text/plain" },
	chicago: { name: "Chicago", file: "chicago.txt", type: "text/plain" },
	acm: { name: "ACM", file: "acm.txt", type: "text/plain" },
} as const;

/** One of {@link CITATION_FORMATS}. */
export type CitationFormat = keyof typeof CITATION_FORMATS;

/** `/cite/<number>.json`: some papers in every format, by their ids. */
export interface CitationShard {
	version: 1;
	papers: Record<string, Record<CitationFormat, string>>;
}

const PAPERS_IN_SHARD = 50;

/** Into how many files the citations of a collection are parted: a power of two, so that few papers ever move. */
export function shardCount(papers: number): number {
	return 2 ** Math.max(0, Math.ceil(Math.log2(papers / PAPERS_IN_SHARD)));
}

/** The file, from 0, that holds the citations of a paper. */
export function shardOf(id: string, count: number): number {
	return checkSum(id) % count;
}

/** What stands before, between and after the citations of a file. */
export function citationJoints(format: CitationFormat) {
	if (format === "csl") return { before: "[\n", between: ",\n", after: "\n]\n" };
	const apart = format === "bibtex" || format === "biblatex" || format === "ris" ? "\n" : "";
	return { before: "", between: apart, after: "" };
}

/** Citations as one file. */
export function joinCitations(format: CitationFormat, citations: readonly string[]): string {
	const { before, between, after } = citationJoints(format);
	const whole = (text: string) => (format === "csl" || text.endsWith("\n") ? text : `${text}\n`);
	return before + citations.map(whole).join(between) + after;
}
