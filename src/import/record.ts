import type { CalendarDate } from "../paper/dates.ts";
import type { Issue } from "../paper/issues.ts";

/** A stretch of a source, with the line and column at which it begins (1-based). */
export interface Span {
	text: string;
	line: number;
	column: number;
}

/** A paper as a source states it, before repair: nothing added, nothing left out. */
export interface ListedPaper {
	title: Span;
	abstract: Span;
	date?: CalendarDate;
	authors?: string[];
	authorCount?: number;
	organization?: { handle: string; name: string };
	commentCount?: number;
}

/** A record that cannot become an entry. */
export interface Rejection {
	line: number;
	/** The first words of the record, so that a person finds it. */
	title: string;
	reason: string;
}

/** What a format makes of a source. With issues, nothing of the source is imported. */
export interface ParsedListing {
	papers: ListedPaper[];
	rejections: Rejection[];
	issues: Issue[];
	/** Things taken for granted that a maintainer may want to know. */
	notes: string[];
	/** Day on which the listing was seen, where known. */
	listed?: CalendarDate;
}

/** What a maintainer states about a source in `listings.yaml`, because the source itself does not. */
export interface ListingFacts {
	listed?: CalendarDate | undefined;
	complete?: boolean | undefined;
}

/** One input format: a file in `formats/` and a line in `detect.ts`. */
export interface Format {
	/** Name for messages: `a Daily Papers page as text`. */
	name: string;
	/** Whether the text is in this format, judged by its content alone. */
	recognises(text: string): boolean;
	/** Reads the text. `file` is for messages. */
	parse(text: string, file: string, facts: ListingFacts): ParsedListing;
}
