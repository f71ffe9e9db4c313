import { isCalendarDate } from "../../paper/dates.ts";
import { teaser } from "../../paper/text.ts";
import { namesOf, printedName } from "../citation.ts";
import { array, count, elementLines, type Json, jsonValue, object, string } from "../json.ts";
import { arxivId, isWebAddress, linksOf, strayAddresses } from "../known-as.ts";
import type { Format, ListedPaper, ParsedListing } from "../record.ts";
import type { Unusable } from "../unusable.ts";

/**
 * JSON of the Daily Papers API: an array of `{ paper, … }`, or of the papers
 * themselves. Its texts have lost their TeX as those of the page have.
 */
export const dailyPapersJson: Format = {
	name: "Daily Papers JSON",
	writtenByPrograms: true,

	recognises: (text) => areDailyPapers(jsonValue(text)),

	parse(text) {
		const lines = elementLines(text, []);
		return dailyPapersOf(array(jsonValue(text)), (index) => lines[index] ?? 1);
	},
};

/** True for an array with papers in the API's shape. */
export function areDailyPapers(value: unknown): boolean {
	return array(value).some((item) => isPaper(paperOf(object(item))));
}

/** The listing of items in the API's shape, each with its line. */
export function dailyPapersOf(
	items: readonly unknown[],
	lineOf: (index: number) => number,
): ParsedListing {
	const listing: ParsedListing = { papers: [], rejections: [], issues: [], notes: [] };
	for (const [index, item] of items.entries()) {
		const paper = toPaper(object(item), lineOf(index));
		const { line } = paper.title;
		if (paper.title.text) listing.papers.push(paper);
		else {
			const title = teaser(paper.abstract.text, 60) || `record ${index + 1}`;
			listing.rejections.push({ line, title, reason: "no title" });
		}
	}
	return listing;
}

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
		.map(({ name }) => printedName({ literal: string(name) }));
	const organization = object(paper.organization ?? item.organization);
	const handle = string(organization.name);
	const comments = count(item.numComments ?? paper.numComments);
	const upvotes = count(paper.upvotes);
	const unusable = unusableIn(paper);
	const span = (text = "") => ({ text: text.trim(), line, column: 1 });
	return {
		title: span((string(paper.title) ?? string(item.title))?.replace(/\s+/g, " ")),
		abstract: span(
			(string(paper.summary) ?? string(item.summary))?.replace(/(?<!\n)\n(?!\n)/g, " "),
		),
		...(isCalendarDate(day) ? { date: day } : {}),
		...namesOf(authors),
		...(handle ? { organization: { handle, name: string(organization.fullname) ?? handle } } : {}),
		...(comments === undefined ? {} : { commentCount: comments }),
		...(upvotes === undefined ? {} : { upvotes }),
		...(arxiv ? { arxiv } : {}),
		...(unusable.length > 0 ? { unusable } : {}),
		links: {
			...linksOf([], { arxiv }),
			...address("code", paper.githubRepo),
			...address("project", paper.projectPage),
		},
	};
}

/** What the API gives that is not what it should be. */
function unusableIn(paper: Json): Unusable[] {
	const day = string(paper.publishedAt);
	const addresses = [paper.githubRepo, paper.projectPage].flatMap((value) => string(value) ?? []);
	return [
		...(day && !isCalendarDate(day.slice(0, 10)) ? [{ field: "date" as const, found: day }] : []),
		...strayAddresses(addresses).map((found) => ({ field: "address" as const, found })),
	];
}

function address(key: "code" | "project", value: unknown): Record<string, string> {
	const text = string(value)?.trim();
	return text && isWebAddress(text) ? { [key]: text } : {};
}
