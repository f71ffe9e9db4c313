import { type CalendarDate, calendarDate } from "../../paper/dates.ts";
import { teaser } from "../../paper/text.ts";
import type {
	Format,
	ListedPaper,
	ListingFacts,
	ParsedListing,
	Rejection,
	Span,
} from "../record.ts";
import {
	type Block,
	type Byline,
	isByline,
	latestUpTo,
	readByline,
	readDay,
} from "./daily-papers-byline.ts";

/** Records that have been read, before their dates have a year. */
interface Draft {
	title: Block;
	abstract: Block[];
	byline?: { block: Block; value: Byline | { problem: string } };
}

const PAGE_TITLE = "Daily Papers";

/** `byAK and the research community`; a title never begins so, in lower case. */
const PAGE_BYLINE = /^\s*by ?AK\b/;

/**
 * The text of a Daily Papers page, as a browser copies it: chrome, the line
 * `Daily Papers`, the page's day, then title, abstract and byline of each paper,
 * parted by empty lines. Some papers have no byline and so no date.
 */
export const dailyPapersText: Format = {
	name: "a Daily Papers page as text",

	recognises: (text) =>
		text
			.slice(0, 2_000)
			.split("\n")
			.some((line) => line.trim() === PAGE_TITLE),

	parse(text, file, facts) {
		const blocks = toBlocks(text);
		const start = blocks.findIndex(({ lines }) => lines.some((line) => line.trim() === PAGE_TITLE));
		const after = blocks.slice(start + 1);
		// The head ends with the page's day, or where that is missing with the page's own byline.
		const dayAt = after
			.slice(0, 4)
			.findIndex(({ lines }) => lines.length === 1 && readDay(lines[0]));
		const pageDay = dayAt < 0 ? undefined : readDay(after[dayAt]?.lines[0]);
		const headEnd = dayAt < 0 && PAGE_BYLINE.test(after[0]?.lines[0] ?? "") ? 0 : dayAt;
		const drafts = toDrafts(after.slice(headEnd + 1));
		const result: ParsedListing = { papers: [], rejections: [], issues: [], notes: [] };
		const refuse = (line: number, message: string, fix: string): ParsedListing => {
			result.issues.push({ file, line, column: 1, message, fix });
			return result;
		};

		const cut = truncation(drafts, facts);
		if (cut) {
			return refuse(
				cut.line,
				`unexpected end of the listing ${cut.where}, expected ${cut.expected}`,
				`Copy the page again, to its end. If this is all of it, add to content/sources/listings.yaml under ${JSON.stringify(fileName(file))}: complete: true`,
			);
		}
		const listed = facts.listed ?? pageDate(pageDay, drafts, result.notes);
		const withoutYear = drafts.find(({ byline }) => isByline(byline?.value) && !byline.value.year);
		if (!listed && withoutYear) {
			return refuse(
				withoutYear.byline?.block.line ?? 1,
				"unexpected date without a year, expected to know when the page was seen",
				`Add to content/sources/listings.yaml under ${JSON.stringify(fileName(file))}: listed: YYYY-MM-DD`,
			);
		}
		if (listed) result.listed = listed;
		for (const draft of drafts) {
			const paper = toPaper(draft, listed);
			if ("reason" in paper) result.rejections.push(paper);
			else result.papers.push(paper);
		}
		if (result.papers.length === 0) {
			const first = result.rejections[0];
			return refuse(
				first?.line ?? after[0]?.line ?? 1,
				first
					? `unexpected ${first.reason}, expected a title, an abstract and a byline`
					: "unexpected end after the page's head, expected papers",
				"Copy the page again, from its title to the last paper.",
			);
		}
		return result;
	},
};

function toBlocks(text: string): Block[] {
	const blocks: Block[] = [];
	let open: Block | undefined;
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") open = undefined;
		else if (open && line.trim() === "·" && open.lines.length > 1) {
			// A byline stands alone, also where a copy has lost the empty line before it.
			blocks.push((open = { line: index, lines: [open.lines.pop() ?? "", line] }));
		} else if (open) open.lines.push(line);
		else blocks.push((open = { line: index + 1, lines: [line] }));
	}
	return blocks;
}

/**
 * Parts blocks into papers. A byline ends one. Where it is missing, a block that
 * looks like a title begins the next, provided that the paper has an abstract.
 */
function toDrafts(blocks: readonly Block[]): Draft[] {
	const drafts: Draft[] = [];
	let open: Draft | undefined;
	for (const block of blocks) {
		const byline = readByline(block);
		if (byline) {
			if (open) open.byline = { block, value: byline };
			else drafts.push({ title: block, abstract: [], byline: { block, value: byline } });
			open = undefined;
		} else if (open && (open.abstract.length === 0 || !looksLikeTitle(block))) {
			open.abstract.push(block);
		} else {
			open = { title: block, abstract: [] };
			drafts.push(open);
		}
	}
	return drafts;
}

function looksLikeTitle(block: Block): boolean {
	const text = block.lines.join(" ").trim();
	return text.length <= 300 && !/[.;,:]$/.test(text);
}

/** The page writes a year only where it is not its own: so its own follows the latest that it writes. */
function pageDate(
	pageDay: ReturnType<typeof readDay>,
	drafts: readonly Draft[],
	notes: string[],
): CalendarDate | undefined {
	if (!pageDay) return undefined;
	if (pageDay.year) return calendarDate(pageDay.year, pageDay.month, pageDay.day);
	const years = drafts.flatMap(({ byline }) =>
		isByline(byline?.value) ? (byline.value.year ?? []) : [],
	);
	if (years.length === 0) return undefined;
	const listed = calendarDate(Math.max(...years) + 1, pageDay.month, pageDay.day);
	if (listed) {
		notes.push(
			`the page's day has no year; taken as ${listed}, the year after the latest that it writes (state it in listings.yaml to be sure)`,
		);
	}
	return listed;
}

function truncation(
	drafts: readonly Draft[],
	facts: ListingFacts,
): { line: number; where: string; expected: string } | undefined {
	const last = drafts.at(-1);
	if (!last || facts.complete) return undefined;
	const lastBlock = last.byline?.block ?? last.abstract.at(-1) ?? last.title;
	const line = lastBlock.line + lastBlock.lines.length - 1;
	if (last.byline && !isByline(last.byline.value)) {
		return { line, where: `after ${last.byline.value.problem}`, expected: "a whole byline" };
	}
	if (last.byline) return undefined;
	return last.abstract.length === 0
		? { line, where: "after a title", expected: "its abstract and byline" }
		: { line, where: "after an abstract", expected: "its byline" };
}

function toPaper(draft: Draft, listed: CalendarDate | undefined): ListedPaper | Rejection {
	const title = toSpan(draft.title);
	const reject = (reason: string): Rejection => ({
		line: draft.title.line,
		title: teaser(title.text, 60),
		reason,
	});
	const [first] = draft.abstract;
	if (!first) return reject("a title without abstract");
	const value = draft.byline?.value;
	if (value && !isByline(value)) return reject(value.problem);
	const abstract = toSpan({ line: first.line, lines: draft.abstract.flatMap(separated) });
	if (!value) return { title, abstract };
	const date = value.year
		? calendarDate(value.year, value.month, value.day)
		: listed && latestUpTo(listed, value.month, value.day);
	if (!date) return reject("a date that does not exist");
	return {
		title,
		abstract,
		date,
		...value.by,
		...(value.commentCount === undefined ? {} : { commentCount: value.commentCount }),
	};
}

/** Blocks of one abstract keep their line numbers: an empty line parts them. */
function separated(block: Block, index: number, all: readonly Block[]): string[] {
	const previous = all[index - 1];
	const gap = previous ? block.line - (previous.line + previous.lines.length) : 0;
	return [...Array<string>(gap).fill(""), ...block.lines];
}

function toSpan({ line, lines }: Block): Span {
	const [first = ""] = lines;
	return {
		text: lines.join("\n").trim(),
		line,
		column: first.length - first.trimStart().length + 1,
	};
}

function fileName(file: string): string {
	return file.split("/").at(-1) ?? file;
}
