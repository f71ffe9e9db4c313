import { type Citation, citationFormat, nameOf } from "../citation.ts";
import { arxivIn, dateIn, mostPrecise } from "../known-as.ts";
import {
	childAt,
	childrenOf,
	rootName,
	textOf,
	type XmlElement,
	xmlFlaw,
	xmlRoot,
} from "../xml.ts";

/** EndNote's XML, also as Zotero and others write it: `<xml><records><record>`. */
export const endnoteXml = citationFormat(
	"EndNote XML",
	(text) => /^(?:xml|records)$/.test(rootName(text) ?? "") && /<record[\s>]/.test(text),
	(text) => {
		const root = xmlRoot(text);
		const records = root.name === "records" ? root : childAt(root, "records");
		return childrenOf(records, "record").map((record) => ({
			line: record.line,
			name: textOf(childAt(record, "rec-number")),
			key: textOf(childAt(record, "label")) ?? textOf(childAt(record, "rec-number")),
			citation: citationOf(record),
		}));
	},
	xmlFlaw,
);

function citationOf(record: XmlElement): Citation {
	const field = (...way: string[]) => styledText(childAt(record, ...way));
	const year = field("dates", "year") ?? "";
	const day = field("dates", "pub-dates", "date") ?? "";
	const urls = childAt(record, "urls");
	return {
		title: field("titles", "title"),
		abstract: field("abstract"),
		authors: childrenOf(childAt(record, "contributors", "authors"), "author").map((author) =>
			nameOf(styledText(author) ?? ""),
		),
		// The day is often without its year: Sep 15.
		date: mostPrecise([dateIn(day), dateIn(`${day} ${year}`), dateIn(year)]),
		doi: field("electronic-resource-num"),
		arxiv: ["accession-num", "number", "electronic-resource-num", "notes"]
			.map((name) => arxivIn(field(name)))
			.find(Boolean),
		addresses: ["related-urls", "web-urls", "pdf-urls"].flatMap((kind) =>
			childrenOf(childAt(urls, kind), "url").map(styledText),
		),
		venue:
			field("titles", "secondary-title") ??
			field("periodical", "full-title") ??
			field("alt-periodical", "full-title"),
		language: field("language"),
		written: { dates: [dateIn(`${day} ${year}`) ? undefined : day, year] },
	};
}

/** A text out of pieces, each with its style; H₂O has one of its own. */
function styledText(element: XmlElement | undefined): string | undefined {
	const pieces = childrenOf(element, "style");
	if (pieces.length === 0) return textOf(element);
	return pieces
		.map((piece) => {
			// Not trimmed: the space between two words stands at the end of a piece.
			const text = piece.children.filter((child) => typeof child === "string").join("");
			const { face = "" } = piece.attributes;
			if (face.includes("superscript")) return `<sup>${text}</sup>`;
			return face.includes("subscript") ? `<sub>${text}</sub>` : text;
		})
		.join("")
		.trim();
}
