import { type Citation, citationFormat } from "../citation.ts";
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
 * The RSS feed of what arXiv announces in a day: RSS 2.0 (rss.arxiv.org/rss/cs.CL), and
 * RSS 1.0, as it was until 2024. https://info.arxiv.org/help/rss.html
 */
export const arxivRss = citationFormat(
	"arXiv RSS",
	(text) => {
		const root = rootName(text);
		if (root !== "rss" && root !== "RDF") return false;
		return /<item[\s>]/.test(text) && /arxiv\.org/i.test(text) && !/zotero\.org/.test(text);
	},
	(text) => {
		const root = xmlRoot(text);
		return childrenOf(root.name === "rss" ? childAt(root, "channel") : root, "item").map(
			(item) => ({ line: item.line, citation: citationOf(item) }),
		);
	},
	xmlFlaw,
);

function citationOf(item: XmlElement): Citation {
	const field = (name: string) => textOf(childAt(item, name));
	return {
		// RSS 1.0 ends the title with where it was announced.
		title: field("title")?.replace(/\.? ?\(arXiv:[^()]*\)$/, ""),
		...announced({
			description: field("description"),
			creators: childrenOf(item, "creator").map(textOf).join(", "),
			type: field("announce_type"),
			day: field("pubDate"),
			names: [field("link"), item.attributes.about, field("guid")],
		}),
		doi: field("DOI"),
		venue: field("journal_reference"),
	};
}
