import type { Issue } from "../paper/issues.ts";
import { isMarkup } from "./decode.ts";
import { arxivAtom } from "./formats/arxiv-atom.ts";
import { arxivRss } from "./formats/arxiv-rss.ts";
import { bibtex } from "./formats/bibtex.ts";
import { crossref } from "./formats/crossref.ts";
import { cslJson } from "./formats/csl-json.ts";
import { csv } from "./formats/csv.ts";
import { dailyPapersHtml } from "./formats/daily-papers-html.ts";
import { dailyPapersJson } from "./formats/daily-papers-json.ts";
import { dailyPapersText } from "./formats/daily-papers-text.ts";
import { endnoteTagged } from "./formats/endnote-tagged.ts";
import { endnoteXml } from "./formats/endnote-xml.ts";
import { identifiers } from "./formats/identifiers.ts";
import { mods } from "./formats/mods.ts";
import { openReview } from "./formats/openreview.ts";
import { ris } from "./formats/ris.ts";
import { zoteroJson } from "./formats/zotero-json.ts";
import { zoteroRdf } from "./formats/zotero-rdf.ts";
import { jsonProblem } from "./json.ts";
import type { Format } from "./record.ts";

/** Formats that are markup. In other markup, nothing is looked for: a page may show BibTeX and hold none. */
const markup: readonly Format[] = [
	dailyPapersHtml,
	arxivAtom,
	arxivRss,
	endnoteXml,
	zoteroRdf,
	mods,
];

/** Every format that can be imported, in the order in which they are tried. */
const formats: readonly Format[] = [
	dailyPapersText,
	dailyPapersJson,
	crossref,
	cslJson,
	zoteroJson,
	openReview,
	...markup,
	ris,
	endnoteTagged,
	bibtex,
	identifiers,
	csv,
];

/** The format of a text, judged by its content, or why there is none. */
export function detectFormat(file: string, text: string): { format: Format } | { issue: Issue } {
	const format = (isMarkup(text) ? markup : formats).find((candidate) =>
		candidate.recognises(text),
	);
	if (format) return { format };
	const names = formats.map(({ name }) => name);
	const broken = jsonProblem(text);
	if (broken) {
		return {
			issue: {
				file,
				line: broken.line,
				column: broken.column,
				message: `unexpected JSON that cannot be read (${broken.reason}), expected all of the file`,
				fix: "Download or export it again: it may have been cut, or edited by hand.",
			},
		};
	}
	return {
		issue: {
			file,
			line: 1,
			column: 1,
			message: `unexpected text in which no paper is found, expected ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
			fix: "Copy the whole page, from its title to the last paper, and save it as UTF-8 text; or export the papers in one of the formats.",
		},
	};
}
