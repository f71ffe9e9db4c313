import type { Issue } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";
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
		notes: [],
	});
	const decoded = decodeSource(file, bytes);
	const issue = "issue" in decoded ? decoded.issue : undefined;
	const text = "issue" in decoded ? decoded.byPrograms : decoded.text;
	if (issue && text === undefined) return failed(issue);
	const detected = detectFormat(file, text ?? "");
	if (issue && !("format" in detected && detected.format.writtenByPrograms)) return failed(issue);
	if ("issue" in detected) return failed(detected.issue);
	const parsed = detected.format.parse(text ?? "", file, facts);
	const notes = [...parsed.notes, ...lossNotes(parsed)].map((note) => `${file}: ${note}`);
	return { ...(facts.listed ? { listed: facts.listed } : {}), ...parsed, notes };
}

/** What entries cannot hold of a source's records, with counts. */
function lossNotes({ papers }: ParsedListing): string[] {
	const dates = papers.filter(({ partialDate }) => partialDate).length;
	const names = papers.filter(({ moreAuthors }) => moreAuthors).length;
	return [
		...(dates > 0
			? [
					`${papersCount(dates)} with a year or a month but no day of publication: an entry holds whole days, so the date is left out`,
				]
			: []),
		...(names > 0 ? [`${papersCount(names)} with more authors than the source names`] : []),
	];
}
