import { papersCount } from "../../paper/text.ts";

/** Papers that are cited in one file at most: a browser asks for nearly as many files to have them. */
export const MOST_CITED = 1_000;

/** What a reader is told when a list of so many papers has been cited. */
export function citedMessage(papers: number): string {
	if (papers === 0) return "There is no paper to cite.";
	if (papers <= MOST_CITED) return `Downloaded ${papersCount(papers)}`;
	return `Downloaded the first ${MOST_CITED.toLocaleString("en")} of ${papersCount(papers)}. Cite fewer at a time, or take the file of all papers, which “For programs” names.`;
}
