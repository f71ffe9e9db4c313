import { digestOf } from "../cache/kept.ts";
import { citationBase } from "../paper/citation-key.ts";
import type { Paper } from "../paper/schema.ts";
import { plainTitle } from "./title.ts";

/** What citations ask of an entry alone, without its collection. It is kept with the entry: to find it out takes 30 µs. */
export interface Cited {
	/** See {@link citationBase}. */
	base: string;
	/** The title in plain text, without TeX. */
	title: string;
	/** A check sum of all that the paper says but its abstract. */
	sum: string;
}

/** Finds out what citations ask of a paper, as its entry says it (pure). */
export function citedAs(paper: Paper): Cited {
	return {
		base: citationBase(paper),
		title: plainTitle(paper.title),
		sum: digestOf(JSON.stringify({ ...paper, abstract: "" })),
	};
}
