import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type Citation, citationFormat } from "../citation.ts";
import { array, type Json, object, string } from "../json.ts";
import { arxivIn, dateIn } from "../known-as.ts";

const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: "",
	parseTagValue: false,
	isArray: (name) => ["entry", "author", "link"].includes(name),
});

/** The Atom feed of arXiv's API. https://info.arxiv.org/help/api/user-manual.html */
export const arxivAtom = citationFormat(
	"arXiv Atom",
	(text) =>
		/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<feed[\s>]/.test(text) &&
		/arxiv\.org/.test(text),
	(text) => {
		const lines = [...text.matchAll(/<entry[\s>]/g)].map(({ index }) => index);
		return entriesOf(text).map((entry, index) => {
			const line = text.slice(0, lines[index] ?? 0).split("\n").length;
			const wrong = /\/api\/errors/.test(string(entry.id) ?? "");
			return wrong
				? { line, problem: `an error of arXiv: ${string(entry.summary)?.trim()}` }
				: { line, citation: citationOf(entry) };
		});
	},
	(text) => {
		const valid = XMLValidator.validate(text);
		if (valid !== true) {
			const { line, col, msg } = valid.err;
			return { line, column: col || 1, reason: msg.replace(/\.$/, "") };
		}
		try {
			entriesOf(text);
			return undefined;
		} catch (cause) {
			return { line: 1, column: 1, reason: (cause as Error).message.replace(/\.$/, "") };
		}
	},
);

function entriesOf(text: string): Json[] {
	const feed = object(object(parser.parse(text)).feed);
	return array(feed.entry).map(object);
}

function citationOf(entry: Json): Citation {
	const links = array(entry.link).map(object);
	const pdf = links.find(({ title, type }) => title === "pdf" || type === "application/pdf");
	const authors = array(entry.author).flatMap((author) => string(object(author).name) ?? []);
	return {
		// An abstract is wrapped: only an empty line or an indented one begins a paragraph.
		title: text(entry.title)?.replace(/\s+/g, " "),
		abstract: text(entry.summary)?.replace(/\n {2,}(?=\S)/g, "\n\n"),
		authors: authors.map((name) => name.replace(/\s+/g, " ").trim()),
		date: dateIn(text(entry.published)?.slice(0, 10)),
		doi: text(entry["arxiv:doi"]),
		arxiv: arxivIn(text(entry.id)),
		addresses: [string(pdf?.href)?.replace(/^http:/, "https:")],
		venue: text(entry["arxiv:journal_ref"]),
	};
}

/** The text of an element, with attributes or without. */
function text(value: unknown): string | undefined {
	return (string(value) ?? string(object(value)["#text"]))?.trim();
}
