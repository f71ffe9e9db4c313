/** Files that may come to a site after this was counted: parts of the search index, an archive, what a host adds. */
const MARGIN = 500;

/** Files that each paper has beside its page, as the ends of their names: `/papers/<id>.json`. */
export const PAPER_FILES = ["json", "md", "bib", "ris", "csl.json"] as const;

/**
 * Whether each paper has files of its own beside its page ({@link PAPER_FILES}): the one
 * place that decides. `otherFiles` is the number of all other files of the site, pages
 * included. Beyond `most` files in all, 500 of them kept in reserve, some hosts refuse a
 * site; then these files are the ones to go, since the lists have the same data.
 */
export function perPaperFiles(papers: number, otherFiles: number, most: number): boolean {
	return papers * PAPER_FILES.length + otherFiles <= most - MARGIN;
}
