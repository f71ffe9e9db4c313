import { find, gather } from "./gather.ts";
import type { IndexFiles } from "./index-files.ts";
import { type Hits, intersection } from "./match.ts";
import { phraseWords } from "./phrase-words.ts";
import type { Term } from "./query.ts";
import { ranking } from "./rank.ts";
import { parted, type Resolved, resolve } from "./resolve.ts";

/** What is asked of the index. */
export interface Request {
	terms: readonly Term[];
	/** True for papers that the filters let through; all where left out. */
	allowed?: (paper: number) => boolean;
	sort: "relevance" | "newest" | "discussed";
}

/** What was found. */
export interface Outcome {
	/** Numbers of the papers, in order. */
	papers: number[];
	/** The papers that the words find, with those that the filters hold back. */
	matching: number[];
	/** Words that were read as others, because no paper has them. */
	corrections: { from: string; to: string }[];
	/** Terms that are only the beginning of words, with these words, most frequent first. */
	beginnings: { from: string; words: string[] }[];
	/** Words and phrases that no paper has. */
	missing: Term[];
	/** True where no paper has everything: these have most of it. */
	partial: boolean;
	/** The terms that were looked for, and where they stand: of common words not before a paper is shown. */
	hits: Hits[];
	/** The words of each of these terms, where it has several. */
	phrases: string[][];
	/** The common words among the terms, by their positions in `hits`. */
	outlined: { index: number; stem: string }[];
	/** Single words of the query, as they were read. */
	asked: string[];
	/** How well a paper fits, where that decides the order. */
	score?: (paper: number) => number;
}

/** The share of the terms that a paper has to have at least. */
const MOST = 0.5;

/** Looks for papers that have all terms; where none has, for those that have most. */
export async function search(files: IndexFiles, request: Request): Promise<Outcome> {
	const terms = (await Promise.all(request.terms.map((term) => parted(files, term)))).flat();
	const resolved = await Promise.all(terms.map((term) => resolve(files, term)));
	const excluded = resolved.filter(({ term }) => term.exclude);
	const asked = withoutStopWords(resolved.filter(({ term }) => !term.exclude));
	const left = new Set(
		(await Promise.all(excluded.map((one) => find(files, one)))).flatMap(({ hits }) => [
			...hits.keys(),
		]),
	);
	const kept = (paper: number) => !left.has(paper);
	const { found, corrections } = await gather(files, asked, kept);
	const hits = found.map((one) => one.hits);
	const matching = matchingPapers(files, hits, asked.length, kept);
	const papers = request.allowed ? matching.filter(request.allowed) : [...matching];
	const score = asked.length > 0 ? ranking(hits, files.lengths) : undefined;
	return {
		papers: order(files, papers, request.sort, score),
		matching,
		corrections,
		beginnings: asked
			.filter(({ beginnings }) => beginnings.length > 0)
			.map(({ term, beginnings }) => ({ from: term.text, words: beginnings })),
		missing: asked.filter((_, index) => hits[index]?.size === 0).map(({ term }) => term),
		partial: matching.some((paper) => hits.some((some) => !some.has(paper))),
		hits,
		phrases: asked.map(({ term }) => phraseWords(term.text)),
		outlined: found.flatMap(({ outlined }, index) => (outlined ? [{ index, stem: outlined }] : [])),
		asked: asked.flatMap(({ term }) => {
			const correction = corrections.find(({ from }) => from === term.text);
			return (correction?.to ?? term.text).split(/\s+/);
		}),
		...(score && request.sort === "relevance" ? { score } : {}),
	};
}

/** Papers that have every term, without those that no paper has; where none has, papers that have most. */
function matchingPapers(
	files: IndexFiles,
	hits: readonly Hits[],
	asked: number,
	kept: (paper: number) => boolean,
): number[] {
	if (asked === 0) return [...files.lengths.keys()].filter(kept);
	const found = hits.filter(({ size }) => size > 0);
	const all = intersection(found).filter(kept);
	return all.length > 0 || found.length < 2 ? all : withMost(found, kept);
}

/** Words such as “the” are not looked for beside others, unless a field or a phrase is asked for. */
function withoutStopWords(resolved: readonly Resolved[]): Resolved[] {
	const others = resolved.filter(({ stop, term }) => !stop || term.field);
	return others.length > 0 ? others : [...resolved];
}

/** Papers that have at least half of the terms. */
function withMost(hits: readonly Hits[], allowed: (paper: number) => boolean): number[] {
	const counts = new Map<number, number>();
	for (const some of hits) {
		for (const paper of some.keys()) counts.set(paper, (counts.get(paper) ?? 0) + 1);
	}
	const most = Math.max(...[...counts].map(([paper, count]) => (allowed(paper) ? count : 0)), 0);
	const least = Math.max(hits.length * MOST, most - 1);
	return [...counts]
		.filter(([paper, count]) => count >= least && allowed(paper))
		.map(([paper]) => paper);
}

/** Papers stand by date in the index already, newest first. */
function order(
	files: IndexFiles,
	papers: number[],
	sort: Request["sort"],
	score: ((paper: number) => number) | undefined,
): number[] {
	if (sort === "discussed") {
		const comments = new Map(files.contents.comments);
		const count = (paper: number) => comments.get(paper) ?? 0;
		return papers.sort((a, b) => count(b) - count(a) || a - b);
	}
	if (sort === "newest" || !score) return papers.sort((a, b) => a - b);
	const scores = new Map(papers.map((paper) => [paper, score(paper)]));
	return papers.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
}
