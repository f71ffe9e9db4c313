import { type Citation, citationFormat, printedName } from "../citation.ts";
import { arxivIn, dateIn, doiIn } from "../known-as.ts";
import {
	childAt,
	childrenOf,
	rootName,
	textOf,
	type XmlElement,
	xmlFlaw,
	xmlRoot,
} from "../xml.ts";

/** Zotero's RDF. What has a type, but is no attachment or note, is a record; journals are not. */
export const zoteroRdf = citationFormat(
	"Zotero RDF",
	(text) => rootName(text) === "RDF" && /zotero\.org\/namespaces|purl\.org\/net\/biblio/.test(text),
	(text) => {
		const things = xmlRoot(text).children.filter((child) => typeof child === "object");
		const named = new Map(things.map((thing) => [thing.attributes.about, thing]));
		return things.filter(isRecord).map((item) => ({
			line: item.line,
			name: item.attributes.about,
			key: item.attributes.about,
			citation: citationOf(item, containerOf(item, named)),
		}));
	},
	xmlFlaw,
);

function isRecord(thing: XmlElement): boolean {
	const type = textOf(childAt(thing, "itemType"));
	return type === undefined
		? childAt(thing, "authors") !== undefined
		: !/^(?:attachment|note|annotation)$/.test(type);
}

/** The journal or book that an item is part of: in it, or elsewhere under a name. */
function containerOf(
	item: XmlElement,
	named: ReadonlyMap<string | undefined, XmlElement>,
): XmlElement | undefined {
	const part = childAt(item, "isPartOf");
	if (!part) return undefined;
	const { resource } = part.attributes;
	return resource === undefined ? firstElement(part) : named.get(resource);
}

function firstElement(parent: XmlElement): XmlElement | undefined {
	return parent.children.find((child) => typeof child === "object");
}

function citationOf(item: XmlElement, container: XmlElement | undefined): Citation {
	const field = (...way: string[]) => textOf(childAt(item, ...way));
	const identifiers = [item, container].flatMap((thing) => childrenOf(thing, "identifier"));
	return {
		title: field("title"),
		abstract: field("abstract"),
		authors: childrenOf(childAt(item, "authors", "Seq"), "li").map((entry) =>
			nameIn(childAt(entry, "Person") ?? entry),
		),
		date: dateIn(field("date")),
		// Zotero writes the DOI of an article where its journal stands.
		doi:
			identifiers.map(textOf).find((text) => doiIn(text)) ??
			identifiers.map(textOf).find((text) => /^DOI\b/i.test(text ?? "")),
		arxiv: [field("number"), field("description"), ...identifiers.map(textOf)]
			.map(arxivIn)
			.find(Boolean),
		addresses: identifiers.map((identifier) => textOf(childAt(identifier, "URI", "value"))),
		venue: textOf(childAt(container, "title")) ?? field("presentedAt", "Conference", "title"),
		language: field("language"),
		written: { dates: [field("date")] },
	};
}

function nameIn(person: XmlElement): string {
	const part = (...names: string[]) =>
		names.map((name) => textOf(childAt(person, name))).find(Boolean);
	return printedName({
		given: part("givenName", "givenname"),
		family: part("surname"),
		literal: part("name") ?? textOf(person),
	});
}
