import { type Citation, citationFormat, nameOf, printedName } from "../citation.ts";
import { dateIn, mostPrecise } from "../known-as.ts";
import {
	childAt,
	childrenOf,
	rootName,
	textOf,
	type XmlElement,
	xmlFlaw,
	xmlRoot,
} from "../xml.ts";

/** MODS, as libraries and Zotero write it. https://www.loc.gov/standards/mods/ */
export const mods = citationFormat(
	"MODS",
	(text) => /^mods(?:Collection)?$/.test(rootName(text) ?? ""),
	(text) => {
		const root = xmlRoot(text);
		return (root.name === "mods" ? [root] : childrenOf(root, "mods")).map((record) => ({
			line: record.line,
			name: record.attributes.ID,
			key: record.attributes.ID,
			citation: citationOf(record),
		}));
	},
	xmlFlaw,
);

function citationOf(record: XmlElement): Citation {
	const host = childrenOf(record, "relatedItem").find(
		({ attributes }) => attributes.type === "host",
	);
	const origins = [record, host].flatMap((thing) => [
		childAt(thing, "originInfo"),
		childAt(thing, "part"),
	]);
	const dates = origins.flatMap((origin) =>
		childrenOf(origin, "dateIssued", "copyrightDate", "date").map(textOf),
	);
	const identifiers = childrenOf(record, "identifier");
	const doi = identifiers.find(({ attributes }) => attributes.type === "doi");
	return {
		title: titleIn(record),
		abstract: textOf(childAt(record, "abstract")),
		authors: childrenOf(record, "name").filter(isAuthor).map(nameIn),
		date: mostPrecise(dates.map(dateIn)),
		doi: textOf(doi),
		addresses: [
			...childrenOf(childAt(record, "location"), "url").map(textOf),
			...identifiers.filter(({ attributes }) => attributes.type === "uri").map(textOf),
		],
		venue: host && titleIn(host),
		language: textOf(childAt(record, "language", "languageTerm")),
		written: { dates },
	};
}

function titleIn(record: XmlElement): string | undefined {
	const info = childrenOf(record, "titleInfo").find(({ attributes }) => !attributes.type);
	const [title, subtitle] = ["title", "subTitle"].map((name) => textOf(childAt(info, name)));
	return title && subtitle ? `${title}: ${subtitle}` : title;
}

/** A name without role is an author's. */
function isAuthor(name: XmlElement): boolean {
	const roles = childrenOf(name, "role").flatMap((role) =>
		childrenOf(role, "roleTerm").map(textOf),
	);
	return roles.length === 0 || roles.some((role) => /^(?:aut|author)$/i.test(role ?? ""));
}

function nameIn(name: XmlElement): string {
	const parts = childrenOf(name, "namePart");
	const part = (type: string | undefined) =>
		parts
			.filter(({ attributes }) => attributes.type === type)
			.map((element) => textOf(element) ?? "")
			.join(" ");
	const whole = part(undefined);
	return whole && name.attributes.type !== "corporate" && !part("family")
		? nameOf(whole)
		: printedName({
				given: part("given"),
				family: part("family"),
				suffix: part("termsOfAddress"),
				literal: whole,
			});
}
