import type { PublicPaper } from "../../exports/papers-json.ts";
import { compareCodePoints, hasWord } from "../../search/text.ts";

/** What Pagefind keeps of a paper: its text, what a result shows, filters and sort keys. */
export interface SearchRecord {
	/** Path from the site's root, without the base path: the browser adds that. */
	url: string;
	/** Found when it is asked for: of most papers nobody does. */
	readonly content: string;
	language: string;
	/** Fields whose words are found on their own: `title:`, `author:`, `org:`. */
	meta: Record<string, string>;
	filters: Record<string, string[]>;
	sort: Record<string, string>;
}

/**
 * The search record of a paper. Filters: `topic` (ids), `year` (or `undated`), `organization`,
 * `author` (only those of `sharedAuthors`), `has` (`code`, `discussion`). `date` and `authorCount`
 * are filters as well, though nobody filters by them: Pagefind would search all else that a result shows.
 */
export function searchRecord(
	paper: PublicPaper,
	language: string,
	sharedAuthors: ReadonlySet<string>,
): SearchRecord {
	const { title, authors, authorCount, organization } = paper;
	const has = [
		...(paper.links.code ? ["code"] : []),
		...((paper.commentCount ?? 0) > 0 ? ["discussion"] : []),
	];
	return {
		url: `/papers/${encodeURIComponent(paper.id)}/`,
		get content() {
			// Pagefind leaves out what has no word.
			return [paper.abstract, title].find(hasWord) ?? paper.id;
		},
		language,
		meta: {
			title,
			...(authors.length > 0 ? { authors: authors.join(", ") } : {}),
			...(organization ? { organization: organization.name } : {}),
		},
		filters: filled({
			topic: paper.topics,
			year: [paper.date?.slice(0, 4) ?? "undated"],
			date: paper.date ? [paper.date] : [],
			organization: organization ? [organization.name] : [],
			author: [...new Set(authors)].filter((name) => sharedAuthors.has(name)),
			authorCount: authorCount !== null && authors.length === 0 ? [String(authorCount)] : [],
			has,
		}),
		// Records without the key would be left out of a sorted search.
		sort: { date: paper.date ?? "0000-00-00" },
	};
}

/** Names that stand over two papers or more: the others narrow a search to one paper. */
export function sharedAuthorsOf(papers: readonly PublicPaper[]): Set<string> {
	const seen = new Set<string>();
	const shared = new Set<string>();
	for (const { authors } of papers) {
		for (const name of new Set(authors)) (seen.has(name) ? shared : seen).add(name);
	}
	return shared;
}

/** Names of the fields that any of the records has, in the order of Pagefind's numbers for them. */
export function fieldsOf(records: readonly SearchRecord[]): string[] {
	return [...new Set(records.flatMap(({ meta }) => Object.keys(meta)))].sort(compareCodePoints);
}

function filled(filters: Record<string, string[]>): Record<string, string[]> {
	return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}
