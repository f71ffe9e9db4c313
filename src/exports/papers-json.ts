import type { z } from "zod";
import type { Paper } from "../paper/schema.ts";
import type { Topic } from "../paper/topics.ts";
import type { PublicPaper, papersJsonSchema, partJsonSchema } from "./contracts.ts";
import { LARGEST_FILE } from "./host-limits.ts";

export type { PublicPaper } from "./contracts.ts";

/** `/papers.json`: every paper, newest first, undated last; of a large collection the newest. */
export type PapersJson = z.infer<typeof papersJsonSchema>;

/** Papers in one part: some 800 kB, which a program reads at a time. */
const PART_SIZE = 500;

/** Bytes of the papers in `/papers.json`: topics and addresses of parts come to them. */
const MOST_BYTES = LARGEST_FILE - 1024 * 1024;

/** How many parts so many papers have: at least one. */
export function partCount(papers: number): number {
	return Math.max(1, Math.ceil(papers / PART_SIZE));
}

/** What stands in a part: `part` is 1-based. */
export function ofPart<Item>(all: readonly Item[], part: number): Item[] {
	return all.slice((part - 1) * PART_SIZE, part * PART_SIZE);
}

/**
 * Papers and topics in the order given; `addressOf` gives the absolute address of a
 * paper's page, `partAddress` that of a part, 1-based. Of more than `most` papers, or where
 * the file would be larger than hosts take, it holds no more than a part does.
 */
export function papersJson(
	papers: readonly Paper[],
	topics: readonly Topic[],
	addressOf: (id: string) => string,
	partAddress: (part: number) => string,
	most: number,
): PapersJson {
	const all = papers.map((paper) => publicPaper(paper, addressOf));
	const whole = all.length <= most && Buffer.byteLength(JSON.stringify(all)) <= MOST_BYTES;
	return {
		version: 1,
		total: all.length,
		papers: whole ? all : all.slice(0, Math.min(most, PART_SIZE)),
		topics: topics.map(({ id, name }) => ({ id, name })),
		parts: Array.from({ length: partCount(papers.length) }, (_, index) => partAddress(index + 1)),
	};
}

/** One part of {@link papersJson}: `part` is 1-based. */
export function partJson(
	papers: readonly Paper[],
	part: number,
	addressOf: (id: string) => string,
	partAddress: (part: number) => string,
): z.infer<typeof partJsonSchema> {
	const of = partCount(papers.length);
	return {
		version: 1,
		part,
		of,
		next: part < of ? partAddress(part + 1) : null,
		papers: ofPart(papers, part).map((paper) => publicPaper(paper, addressOf)),
	};
}

/** A paper as lists show it. */
export function publicPaper(paper: Paper, addressOf: (id: string) => string): PublicPaper {
	return {
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
	};
}
