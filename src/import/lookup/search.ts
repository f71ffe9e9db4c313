import { idFromTitle } from "../../paper/identifiers.ts";
import type { ListedPaper } from "../record.ts";
import * as arxivApi from "./arxiv.ts";
import type { Services } from "./client.ts";
import * as crossrefApi from "./crossref.ts";
import { keysOf } from "./identifiers.ts";
import { ask, type Service } from "./request.ts";

/** Papers that may be the one that is looked for, and what could not be asked. */
export interface TitleSearch {
	/** The best first. */
	papers: ListedPaper[];
	failures: string[];
}

/** Titles are longer only by mistake. */
const LONGEST = 300;

/** Searches arXiv and Crossref for a title: at most five papers, those with just this title first. */
export async function searchTitle(
	{ arxiv, crossref, cache }: Services,
	words: string,
	count = 5,
): Promise<TitleSearch> {
	const title = words.slice(0, LONGEST);
	const failures: string[] = [];
	const found = [
		...(await papersAt(
			arxiv,
			arxivApi.titleQuery(title, count),
			arxivApi.feedFlaw,
			arxivApi.papersInFeed,
		)),
		...(await papersAt(
			crossref,
			crossrefApi.titleQuery(title, count),
			crossrefApi.workFlaw,
			crossrefApi.papersInWorks,
		)),
	];
	// Without an identifier nobody could tell the paper from another.
	const named = found.filter((paper) => keysOf(paper).length > 0);
	const idOf = (paper: ListedPaper) => idFromTitle(paper.title.text);
	// A preprint and its print have the same title: the first, with its abstract, is enough.
	const once = named.filter(
		(paper, at) => named.findIndex((other) => idOf(other) === idOf(paper)) === at,
	);
	const wanted = idFromTitle(title);
	const exact = once.filter((paper) => idOf(paper) === wanted);
	const others = once.filter((paper) => idOf(paper) !== wanted);
	return { papers: [...exact, ...others].slice(0, count), failures };

	async function papersAt(
		service: Service,
		query: string,
		flawIn: (text: string, status: number) => string | undefined,
		papersIn: (text: string) => ListedPaper[],
	): Promise<ListedPaper[]> {
		const key = service.base + query;
		const kept = cache.read(key);
		if (kept?.fresh) return papersIn(kept.text ?? "");
		const answer = await ask(service, query, flawIn);
		if (answer.text === undefined) {
			failures.push(answer.failure);
			return papersIn(kept?.text ?? "");
		}
		const papers = answer.status === 200 ? papersIn(answer.text) : [];
		cache.keep(key, papers.length > 0 ? answer.text : undefined);
		return papers;
	}
}
