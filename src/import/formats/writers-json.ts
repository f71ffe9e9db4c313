import {
	arxivAddress,
	json,
	names,
	parts,
	printed,
	type Writer,
	type WrittenPaper,
} from "./writing.ts";

const daily = (papers: readonly WrittenPaper[]) =>
	papers.map((paper) => ({
		title: paper.title,
		paper: {
			id: paper.arxiv,
			title: paper.title,
			summary: paper.abstract,
			authors: names(paper, printed).map((name) => ({ name })),
			publishedAt: `${paper.date}T00:00:00.000Z`,
			projectPage: paper.address,
		},
	}));

const csl = (paper: WrittenPaper) => ({
	id: paper.doi,
	type: "article-journal",
	title: paper.title,
	abstract: paper.abstract,
	author: [
		...paper.authors.map(({ given, family }) => (given ? { given, family } : { literal: family })),
		...(paper.others ? [{ family: "others" }] : []),
	],
	issued: { "date-parts": [parts(paper)] },
	DOI: paper.doi,
	note: `arXiv:${paper.arxiv} [cs]`,
	URL: paper.address,
	"container-title": paper.venue,
	language: paper.language,
});

/** Formats that are JSON, see {@link Writer}. */
export const jsonWriters: Record<string, Writer> = {
	"Daily Papers JSON": {
		cannot: ["doi", "venue", "language", "partial date"],
		write: (papers) => json(daily(papers)),
	},
	"a saved Daily Papers page": {
		cannot: ["doi", "venue", "language", "partial date"],
		write: (papers) =>
			`<!DOCTYPE html>\n<html><head><title>Daily Papers</title></head><body>\n<div class="SVELTE_HYDRATER" data-target="DailyPapers" data-props="${json(
				{ dateString: "2026-07-01", dailyPapers: daily(papers) },
			)
				.replaceAll("&", "&amp;")
				.replaceAll('"', "&quot;")}"></div>\n</body></html>`,
	},
	"Crossref JSON": {
		cannot: [],
		write: (papers) =>
			json({
				message: {
					items: papers.map((paper) => ({
						...csl(paper),
						title: [paper.title],
						"container-title": [paper.venue],
						resource: { primary: { URL: paper.address } },
						URL: `https://doi.org/${paper.doi}`,
					})),
				},
			}),
	},
	"CSL-JSON": { cannot: [], write: (papers) => json(papers.map(csl)) },
	"Zotero JSON": {
		cannot: [],
		write: (papers) =>
			json({
				config: { id: "36a3b0b5-bad0-4a04-b79b-441c7cef77db", label: "BetterBibTeX JSON" },
				items: papers.map((paper) => ({
					itemType: "journalArticle",
					title: paper.title,
					abstractNote: paper.abstract,
					creators: [
						...paper.authors.map(({ given, family }) =>
							given
								? { creatorType: "author", firstName: given, lastName: family }
								: { creatorType: "author", name: family },
						),
						...(paper.others ? [{ creatorType: "author", name: "others" }] : []),
						{ creatorType: "editor", firstName: "Not", lastName: "Author" },
					],
					date: paper.date,
					DOI: paper.doi,
					extra: `Note: x\narXiv:${paper.arxiv} [cs]`,
					url: paper.address,
					publicationTitle: paper.venue,
					language: paper.language,
				})),
			}),
	},
	"OpenReview JSON": {
		cannot: ["language", "partial date"],
		write: (papers) =>
			json({
				notes: papers.map((paper, index) => ({
					id: `note${index}`,
					forum: `note${index}`,
					pdate: Date.parse(paper.date),
					content: {
						title: { value: paper.title },
						abstract: { value: paper.abstract },
						authors: { value: names(paper, printed) },
						venue: { value: paper.venue },
						doi: { value: paper.doi },
						html: { value: paper.address },
						code: { value: arxivAddress(paper) },
					},
				})),
			}),
	},
};
