import { haveRoom } from "../entry/read.ts";
import type { Issue } from "../paper/issues.ts";
import { papersCount, teaser } from "../paper/text.ts";
import { decodeSource } from "./decode.ts";
import { detectFormat } from "./detect.ts";
import type { ListingFacts, ParsedListing } from "./record.ts";
import type { Source } from "./sources.ts";

/** What a source holds: its papers, its records that are none, or why it cannot be read. */
export function parseSource({ file, bytes }: Source, facts: ListingFacts): ParsedListing {
	const failed = (problem: Issue): ParsedListing => ({
		papers: [],
		rejections: [],
		issues: [problem],
		noListing: true,
		notes: [],
	});
	const decoded = decodeSource(file, bytes);
	const issue = "issue" in decoded ? decoded.issue : undefined;
	const text = "issue" in decoded ? decoded.byPrograms : decoded.text;
	if (issue && text === undefined) return failed(issue);
	const detected = detectFormat(file, text ?? "");
	if (issue && !("format" in detected && detected.format.writtenByPrograms)) return failed(issue);
	if ("issue" in detected) return failed(detected.issue);
	const parsed = withLimits(detected.format.parse(text ?? "", file, facts));
	const notes = [...parsed.notes, ...lossNotes(parsed)].map((note) => `${file}: ${note}`);
	return { ...(facts.listed ? { listed: facts.listed } : {}), ...parsed, notes };
}

/** What an entry can hold, so that whatever is imported can be read (`paper/schema.ts`, `entry/read.ts`). */
const MAX_LINE = 2_000;
const MAX_ABSTRACT = 20_000;
const MAX_PARAGRAPH = 9_000;

/** Papers that no entry can hold are rejected. */
function withLimits(parsed: ParsedListing): ParsedListing {
	const rejections = [...parsed.rejections];
	const papers = parsed.papers.filter(({ title, abstract, authors = [], venue = "", key }) => {
		const paragraphs = abstract.text.split(/\n\s*\n/);
		const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
		const reason =
			tooLong("a title", title.text.length, MAX_LINE) ??
			tooLong("an author", longest(authors), MAX_LINE) ??
			tooLong("a venue", venue.length, MAX_LINE) ??
			tooLong("an abstract", abstract.text.length, MAX_ABSTRACT) ??
			tooLong("a paragraph", longest(paragraphs), MAX_PARAGRAPH) ??
			(haveRoom(authors) ? undefined : "more authors than an entry holds");
		if (reason) {
			const place = { line: title.line, title: teaser(title.text, 60) };
			rejections.push({ ...place, reason, ...(key === undefined ? {} : { key }) });
		}
		return reason === undefined;
	});
	return { ...parsed, papers, rejections };
}

function tooLong(what: string, length: number, most: number): string | undefined {
	if (length <= most) return undefined;
	const [found, limit] = [length, most].map((number) => number.toLocaleString("en"));
	return `${what} of ${found} characters, where an entry holds ${limit}`;
}

/** What entries cannot hold of a source's records, with counts. */
function lossNotes({ papers }: ParsedListing): string[] {
	const names = papers.filter(({ moreAuthors }) => moreAuthors).length;
	return names > 0 ? [`${papersCount(names)} with more authors than the source names`] : [];
}
