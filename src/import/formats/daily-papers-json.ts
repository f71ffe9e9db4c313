import { isCalendarDate } from "../../paper/dates.ts";
import { teaser } from "../../paper/text.ts";
import { printedName } from "../citation.ts";
import { array, count, elementLines, type Json, jsonValue, object, string } from "../json.ts";
import { arxivId, isWebAddress, linksOf } from "../known-as.ts";
import type { Format, ListedPaper, ParsedListing } from "../record.ts";

/**
 * JSON of the Daily Papers API: an array of `{ paper, … }`, or of the papers
 * themselves. Its texts have lost their TeX as those of the page have.
 */
export const dailyPapersJson: Format = {
	name: "Daily Papers JSON",
	writtenByPrograms: true,

	recognises: (text) => array(jsonValue(text)).some((item) => isPaper(paperOf(object(item)))),

	parse(text) {
		const lines = elementLines(text, []);
		const listing: ParsedListing = { papers: [], rejections: [], issues: [], notes: [] };
		for (const [index, item] of array(jsonValue(text)).entries()) {
			const line = lines[index] ?? 1;
			const paper = toPaper(object(item), line);
			if (paper.title.text) listing.papers.push(paper);
			else
				listing.rejections.push({
					line,
					title: teaser(paper.abstract.text, 60),
					reason: "no title",
				});
		}
		return listing;
	},
};

function paperOf(item: Json): Json {
	return "paper" in item ? object(item.paper) : item;
}

function isPaper(paper: Json): boolean {
	return typeof paper.id === "string" && "summary" in paper && "authors" in paper;
}

function toPaper(item: Json, line: number): ListedPaper {
	const paper = paperOf(item);
	const arxiv = arxivId(string(paper.id));
	const day = string(paper.publishedAt)?.slice(0, 10) ?? "";
	const authors = array(paper.authors)
		.map(object)
		.filter(({ hidden }) => hidden !== true)
		.map(({ name }) => printedName({ literal: string(name) }))
		.filter(Boolean);
	const organization = object(paper.organization ?? item.organization);
	const handle = string(organization.name);
	const comments = count(item.numComments ?? paper.numComments);
	const upvotes = count(paper.upvotes);
	const span = (text = "") => ({ text: text.trim(), line, column: 1 });
	return {
		title: span((string(paper.title) ?? string(item.title))?.replace(/\s+/g, " ")),
		abstract: span(
			(string(paper.summary) ?? string(item.summary))?.replace(/(?<!\n)\n(?!\n)/g, " "),
		),
		...(isCalendarDate(day) ? { date: day } : {}),
		...(authors.length > 0 ? { authors } : {}),
		...(handle ? { organization: { handle, name: string(organization.fullname) ?? handle } } : {}),
		...(comments === undefined ? {} : { commentCount: comments }),
		...(upvotes === undefined ? {} : { upvotes }),
		...(arxiv ? { arxiv } : {}),
		links: {
			...linksOf([], { arxiv }),
			...address("code", paper.githubRepo),
			...address("project", paper.projectPage),
		},
	};
}

function address(key: "code" | "project", value: unknown): Record<string, string> {
	const text = string(value)?.trim();
	return text && isWebAddress(text) ? { [key]: text } : {};
}
