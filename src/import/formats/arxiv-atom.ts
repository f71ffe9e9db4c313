import { type Citation, citationFormat } from "../citation.ts";
import { arxivIn, dateIn } from "../known-as.ts";
import {
	childAt,
	childrenOf,
	rootName,
	textOf,
	type XmlElement,
	xmlFlaw,
	xmlRoot,
} from "../xml.ts";
import { announced } from "./arxiv-announcement.ts";

/**
 * The Atom feed of arXiv's API, and that of what arXiv announces in a day
 * (rss.arxiv.org/atom/cs.CL). https://info.arxiv.org/help/api/user-manual.html
 */
export const arxivAtom = citationFormat(
	"arXiv Atom",
	(text) => rootName(text) === "feed" && /arxiv\.org/i.test(text),
	(text) =>
		childrenOf(xmlRoot(text), "entry").map((entry) => {
			const { line } = entry;
			const wrong = /\/api\/errors/.test(textOf(childAt(entry, "id")) ?? "");
			return wrong
				? { line, problem: `an error of arXiv: ${textOf(childAt(entry, "summary"))}` }
				: { line, citation: citationOf(entry) };
		}),
	xmlFlaw,
);

function citationOf(entry: XmlElement): Citation {
	const field = (name: string) => textOf(childAt(entry, name));
	const links = childrenOf(entry, "link").map(({ attributes }) => attributes);
	const pdf = links.find(({ title, type }) => title === "pdf" || type === "application/pdf");
	const names = childrenOf(entry, "author").flatMap(
		(author) => textOf(childAt(author, "name")) ?? [],
	);
	const citation: Citation = {
		// An abstract is wrapped: only an empty line or an indented one begins a paragraph.
		title: field("title")?.replace(/\s+/g, " "),
		abstract: field("summary")?.replace(/\n {2,}(?=\S)/g, "\n\n"),
		authors: names.map((name) => name.replace(/\s+/g, " ").trim()),
		date: dateIn(field("published")?.slice(0, 10)),
		doi: field("doi"),
		arxiv: arxivIn(field("id")),
		addresses: [pdf?.href?.replace(/^http:/, "https:")],
		venue: field("journal_ref"),
	};
	const type = field("announce_type");
	if (type === undefined) return citation;
	const creators = [...names, ...childrenOf(entry, "creator").map(textOf)].join(", ");
	return {
		...citation,
		...announced({
			description: citation.abstract,
			creators,
			type,
			day: field("published") ?? field("updated"),
			names: [...links.map(({ href }) => href), field("id")],
		}),
	};
}
