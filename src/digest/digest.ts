import { trendingFirst, upperHalf } from "../collection/trending.ts";
import type { Entry } from "../entry/read.ts";
import type { Content } from "../entry/read-content.ts";
import { plainTitle } from "../entry/title.ts";
import { type CalendarDate, firstDay, formatDate, isCalendarDate } from "../paper/dates.ts";
import { compare } from "../paper/issues.ts";
import type { Paper } from "../paper/schema.ts";
import { teaser } from "../paper/text.ts";
import { typographic } from "../paper/typography.ts";
import type { DigestPeriod } from "./period.ts";

/** Papers in a digest: mail programs cut a message of more than about 100 kB. */
const MOST = 60;

/** Papers that stand above the others. */
const DISCUSSED = 5;

/** A paper in a digest. Texts are plain lines; the address is absolute. */
export interface DigestPaper {
	url: string;
	title: string;
	/** `Ada Lovelace, Mary Somerville and 3 more · 11 May 2026 · 4 comments`. May be empty. */
	facts: string;
	/** The beginning of the abstract; empty where there is none. */
	teaser: string;
	/** BCP 47 tag, where it is not that of the collection. */
	language?: string | undefined;
}

/** What is new in a period, before it takes the form of a mail. Texts are plain; addresses are absolute. */
export interface Digest {
	/** That of the period. */
	id: string;
	/** `Collection: 11–17 May 2026`. */
	subject: string;
	/** Name of the collection. */
	collection: string;
	period: DigestPeriod;
	/** BCP 47 tag. */
	language: string;
	/** The site. */
	site: string;
	/** The page of the period, or the site where no paper of it has a date. */
	web: string;
	/** Papers of the period, also those that have no place in the mail. */
	count: number;
	/** How many of these have no place. */
	more: number;
	/** Strongest first; they stand under their topics too. */
	discussed: DigestPaper[];
	/** In the order of topics.yaml; each paper under its strongest topic, newest first. */
	topics: { name: string; papers: DigestPaper[] }[];
}

/**
 * The digest of a period; `undefined` where nothing is new in it. A paper belongs to the period
 * of its date, as on the site, or else of the day on which it was listed: so it is in one digest.
 * A month alone is such a date in the digest of a month; a year alone never is.
 */
export function digestOf(
	{ collection, topics, entries }: Content,
	period: DigestPeriod,
): Digest | undefined {
	const fresh = entries
		.filter(({ paper }) => {
			const day = dayOf(paper, period);
			return day !== undefined && period.first <= day && day <= period.last;
		})
		.sort((a, b) => compare(dayOf(b.paper, period) ?? "", dayOf(a.paper, period) ?? ""));
	if (fresh.length === 0) return undefined;
	const site = collection.url.endsWith("/") ? collection.url : `${collection.url}/`;
	const shown = new Set(trendingFirst(fresh).slice(0, MOST));
	const parts = new Map(topics.map(({ id, name }) => [id, { name, papers: [] as DigestPaper[] }]));
	const others = {
		name: topics.length > 0 ? "Other papers" : "Papers",
		papers: [] as DigestPaper[],
	};
	const paperOf = ({ paper }: Entry) => digestPaper(paper, site, collection.language);
	for (const entry of fresh) {
		const part = parts.get(entry.paper.topics[0] ?? "") ?? others;
		if (shown.has(entry)) part.papers.push(paperOf(entry));
	}
	return {
		id: period.id,
		subject: `${line(collection.title)}: ${period.name}`,
		collection: line(collection.title),
		period,
		language: collection.language,
		site,
		web: fresh.some(({ paper }) => published(paper, period))
			? new URL(period.path, site).href
			: site,
		count: fresh.length,
		more: fresh.length - shown.size,
		discussed: upperHalf(fresh).slice(0, DISCUSSED).map(paperOf),
		topics: [...parts.values(), others].filter(({ papers }) => papers.length > 0),
	};
}

function digestPaper(paper: Paper, site: string, language: string): DigestPaper {
	return {
		url: new URL(`papers/${encodeURIComponent(paper.id)}/`, site).href,
		title: typographic(teaser(line(plainTitle(paper.title)), 300)),
		facts: facts(paper).map(line).join(" · "),
		teaser: typographic(teaser(line(paper.abstract), 280)),
		language: paper.language === language ? undefined : paper.language,
	};
}

function facts({
	authors = [],
	authorCount,
	organization,
	venue,
	date,
	...paper
}: Paper): string[] {
	const cut = authors.length > 4 ? 3 : authors.length;
	const more = authors.length > cut ? ` and ${authors.length - cut} more` : "";
	const names = authors.slice(0, cut).map((name) => teaser(name, 80));
	return [
		...(authors.length > 0 ? [names.join(", ") + more] : counted(authorCount, "author")),
		...(organization ? [teaser(organization.name, 80)] : []),
		...(venue ? [teaser(venue, 80)] : []),
		...(date ? [formatDate(date)] : ["no date"]),
		...counted(paper.commentCount, "comment"),
		...counted(paper.upvotes, "upvote"),
	];
}

function counted(count: number | undefined, unit: string): string[] {
	if (!count) return [];
	return [`${count} ${count === 1 ? unit : `${unit}s`}`];
}

function dayOf(paper: Paper, period: DigestPeriod): CalendarDate | undefined {
	return published(paper, period) ?? paper.source?.listed;
}

/** The day of publication, or the first of its month where no more is known and the period is a month too. */
function published({ date = "" }: Paper, { id }: DigestPeriod): CalendarDate | undefined {
	const isMonth = (text: string) => /^\d{4}-\d{2}$/.test(text);
	return isCalendarDate(date) || (isMonth(date) && isMonth(id)) ? firstDay(date) : undefined;
}

/** One line without control characters, nor those that turn the direction of what follows them. */
function line(text: string): string {
	return text
		.toWellFormed()
		.replace(/\s+/g, " ")
		.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
		.trim();
}
