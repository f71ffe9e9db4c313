import type { CalendarDate, PaperDate } from "../paper/dates.ts";
import type { Issue } from "../paper/issues.ts";
import type { FrontMatter } from "../paper/schema.ts";

import type { Unusable } from "./unusable.ts";

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
	date?: PaperDate;
	authors?: string[];
	authorCount?: number;
	organization?: { handle: string; name: string };
	commentCount?: number;
	upvotes?: number;
	/** As registered: `10.18653/v1/2022.acl-long.1`, in lower case. */
	doi?: string;
	/** Without version: `2301.00001` or `math.gt/0309136`. */
	arxiv?: string;
	/** What the source calls the record, and no other of its records: a citation key, the id of an item. */
	key?: string;
	/** Journal, conference or workshop. */
	venue?: string;
	/** BCP 47 tag. */
	language?: string;
	/** Addresses that the source gives; each can be linked to. */
	links?: FrontMatter["links"];
	/** What the source says and no entry can hold. */
	unusable?: Unusable[];
	/** The source says that there are more authors than it names. */
	moreAuthors?: true;
	/** The texts are as their authors want them, math between dollar signs: nothing is to be repaired. */
	sound?: true;
}

/** A record that cannot become an entry. */
export interface Rejection {
	line: number;
	/** The first words of the record, so that a person finds it. */
	title: string;
	reason: string;
	/** See {@link ListedPaper}. */
	key?: string;
}

/** A paper that a source names, but tells nothing else about. */
export interface Wanted {
	kind: "arxiv" | "doi";
	/** As {@link ListedPaper} has it: without version, in lower case. */
	id: string;
	line: number;
}

/** What a format makes of a source. With issues, nothing of the source is imported. */
export interface ParsedListing {
	papers: ListedPaper[];
	rejections: Rejection[];
	/** Papers to be looked up elsewhere, in the order of the source; absent in sources that hold their papers. */
	wanted?: Wanted[];
	issues: Issue[];
	/** The source is in none of the formats. */
	noListing?: true;
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
	/** Programs write it, with line ends and a byte order mark as they like: both are taken as they come. */
	writtenByPrograms?: true;
	/** Whether the text is in this format, judged by its content alone. */
	recognises(text: string): boolean;
	/** Reads the text. `file` is for messages. */
	parse(text: string, file: string, facts: ListingFacts): ParsedListing;
}
