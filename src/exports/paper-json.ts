import type { z } from "zod";
import type { ListedIn } from "../paper/schema.ts";
import { toParagraphs } from "../paper/text.ts";
import { arxivIdOf, type CitedPaper, doiOf } from "./cited-paper.ts";
import type { paperJsonSchema } from "./contracts.ts";
import { publicPaper } from "./papers-json.ts";

/** `/papers/<id>.json`: a paper in full. `notes` is Markdown, `formats` the other forms of the paper. */
export function paperJson(
	{ paper, title, url, language }: CitedPaper,
	notes: string,
	formats: readonly { type: string; url: string }[],
): z.infer<typeof paperJsonSchema> {
	const { source, otherSources = [] } = paper;
	return {
		version: 1,
		...publicPaper(paper, () => url),
		plainTitle: title,
		paragraphs: toParagraphs(paper.abstract),
		notes: notes || null,
		doi: doiOf(paper) ?? null,
		arxiv: arxivIdOf(paper) ?? null,
		venue: paper.venue ?? null,
		language,
		upvotes: paper.upvotes ?? null,
		aliases: paper.aliases ?? [],
		source: source ? sourceJson(source) : null,
		otherSources: otherSources.map(sourceJson),
		formats: [...formats],
	};
}

function sourceJson({ listing, listed, repairs = [] }: ListedIn) {
	return { listing, listed: listed ?? null, repairs };
}
