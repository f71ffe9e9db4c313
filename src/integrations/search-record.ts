import type { PublicPaper } from "../exports/papers-json.ts";

/** What Pagefind keeps of a paper: its text, what a result shows, filters and sort keys. */
export interface SearchRecord {
	/** Path from the site's root, without the base path: the browser adds that. */
	url: string;
	content: string;
	language: string;
	meta: Record<string, string>;
	filters: Record<string, string[]>;
	sort: Record<string, string>;
}

/** The search record of a paper. Filters: `topic` (ids), `year` (or `undated`), `organization`, `has` (`code`). */
export function searchRecord(paper: PublicPaper, language: string): SearchRecord {
	const byline = [...paper.authors, ...(paper.organization ? [paper.organization.name] : [])];
	return {
		url: `/papers/${encodeURIComponent(paper.id)}/`,
		content: [paper.abstract, byline.join(", ")].filter(Boolean).join("\n\n") || paper.title,
		language,
		meta: {
			title: paper.title,
			date: paper.date ?? "",
			byline: byline.join(", ") || authorCount(paper.authorCount),
			topics: paper.topics.join(" "),
		},
		filters: {
			topic: paper.topics,
			year: [paper.date?.slice(0, 4) ?? "undated"],
			...(paper.organization ? { organization: [paper.organization.name] } : {}),
			...(paper.links.code ? { has: ["code"] } : {}),
		},
		// Records without the key would be left out of a sorted search.
		sort: { date: paper.date ?? "0000-00-00" },
	};
}

function authorCount(count: number | null): string {
	return count === null ? "" : `${count} ${count === 1 ? "author" : "authors"}`;
}
