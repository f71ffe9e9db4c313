import type { Paper } from "../paper/schema.ts";
import type { Topic } from "../paper/topics.ts";

/** A paper as `/papers.json` shows it: a public contract, only ever added to. */
export interface PublicPaper {
	id: string;
	/** Absolute address of the paper's page. */
	url: string;
	title: string;
	/** Plain text; paragraphs parted by an empty line. */
	abstract: string;
	/** `YYYY-MM-DD`, or null where the source gives none. */
	date: string | null;
	authors: string[];
	authorCount: number | null;
	organization: { handle: string; name: string } | null;
	commentCount: number | null;
	/** Ids of topics, strongest first. */
	topics: string[];
	/** Kind of link to its address: `code`, `project`, `arxiv`, `doi` … */
	links: Paper["links"];
}

/** `/papers.json`: every paper, newest first, undated last. */
export interface PapersJson {
	version: 1;
	papers: PublicPaper[];
	/** In the order of the collection. */
	topics: { id: string; name: string }[];
}

/** Papers and topics in the order given; `addressOf` gives the absolute address of a paper's page. */
export function papersJson(
	papers: readonly Paper[],
	topics: readonly Topic[],
	addressOf: (id: string) => string,
): PapersJson {
	return {
		version: 1,
		papers: papers.map((paper) => ({
			id: paper.id,
			url: addressOf(paper.id),
			title: paper.title,
			abstract: paper.abstract,
			date: paper.date ?? null,
			authors: paper.authors ?? [],
			authorCount: paper.authorCount ?? paper.authors?.length ?? null,
			organization: paper.organization ?? null,
			commentCount: paper.commentCount ?? null,
			topics: paper.topics,
			links: paper.links,
		})),
		topics: topics.map(({ id, name }) => ({ id, name })),
	};
}
