import { teaser } from "../../paper/text.ts";
import { arxivId, doiIn } from "../known-as.ts";
import type { Format, ParsedListing, Wanted } from "../record.ts";

/**
 * arXiv ids and DOIs, one a line, bare or as addresses. Empty lines and lines that begin with
 * `#` say nothing. Such a source names papers, but holds none.
 */
export const identifiers: Format = {
	name: "a list of arXiv ids and DOIs",
	writtenByPrograms: true,

	recognises(text) {
		const lines = linesOf(text);
		return lines.filter(({ words }) => wantedIn(words)).length > lines.length / 2;
	},

	parse(text) {
		const listing: ParsedListing = { papers: [], rejections: [], issues: [], notes: [] };
		const wanted: Wanted[] = [];
		for (const { line, words } of linesOf(text)) {
			const found = wantedIn(words);
			if (found) wanted.push({ ...found, line });
			else {
				const reason = "neither an arXiv id nor a DOI";
				listing.rejections.push({ line, title: teaser(words, 60), reason });
			}
		}
		return { ...listing, wanted };
	},
};

function linesOf(text: string): { line: number; words: string }[] {
	return text
		.split("\n")
		.map((words, index) => ({ line: index + 1, words: words.trim() }))
		.filter(({ words }) => words !== "" && !words.startsWith("#"));
}

/** What a line names, if it names one thing and nothing else. A DOI of arXiv is an arXiv id. */
function wantedIn(line: string): Omit<Wanted, "line"> | undefined {
	// What follows # in the line is a comment, too, if a space stands before it.
	const [words = ""] = line.split(/\s+#/, 1);
	if (words.length > 500 || /\s/.test(words.replace(/^(?:arxiv|doi):\s+/i, ""))) return undefined;
	const [, address] =
		/^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?$/i.exec(words) ??
		[];
	const [, name] = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|(?:arxiv|doi):\s*)?(.+)$/i.exec(words) ?? [];
	const id = /^[^\s/]+(?:\/\d{7}(?:v\d+)?)?$/.test(address ?? name ?? "")
		? arxivId(address ?? name)
		: arxivId(/^10\.48550\/(arxiv\..+)$/i.exec(name ?? "")?.[1]);
	if (id) return { kind: "arxiv", id };
	const doi = /^10\.\d{4,9}\//.test(name ?? "") ? doiIn(name) : undefined;
	return doi ? { kind: "doi", id: doi } : undefined;
}
