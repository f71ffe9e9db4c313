import { type Citation, citationFormat, printedName } from "../citation.ts";
import { array, elementLines, type Json, jsonValue, object, string } from "../json.ts";
import { arxivIn, dateIn } from "../known-as.ts";

/**
 * Items with Zotero's own fields: Better BibTeX JSON (`{ config, items }`), and an array of
 * items as Zotero's API has it (`{ key, data }`). https://api.zotero.org/schema
 */
export const zoteroJson = citationFormat(
	"Zotero JSON",
	(text) => itemsOf(text).items.some((item) => isItem(dataOf(item))),
	(text) => {
		const { items, path } = itemsOf(text);
		const lines = elementLines(text, path);
		return items.map((item, index) => {
			const data = dataOf(item);
			const line = lines[index] ?? 1;
			const name = string(data.title) ?? string(data.citationKey) ?? string(data.key);
			const key = string(data.key) ?? string(data.itemKey) ?? string(data.citationKey);
			const kind = string(data.itemType) ?? "";
			return /^(?:attachment|note|annotation)$/.test(kind)
				? {
						line,
						name: name ?? kind,
						problem: `no paper, but ${kind === "note" ? "a" : "an"} ${kind}`,
					}
				: { line, name, key, citation: citationOf(data) };
		});
	},
);

function itemsOf(text: string): { items: unknown[]; path: string[] } {
	const value = jsonValue(text);
	return Array.isArray(value)
		? { items: value, path: [] }
		: { items: array(object(value).items), path: ["items"] };
}

function dataOf(item: unknown): Json {
	return "data" in object(item) ? object(object(item).data) : object(item);
}

function isItem({ itemType, creators, title }: Json): boolean {
	return typeof itemType === "string" && (Array.isArray(creators) || typeof title === "string");
}

function citationOf(item: Json): Citation {
	const field = (...keys: string[]) => keys.map((key) => string(item[key])).find(Boolean);
	const creators = array(item.creators).map(object);
	const authors = creators.filter(({ creatorType }) => creatorType === "author");
	const extra = field("extra") ?? "";
	return {
		title: field("title"),
		abstract: field("abstractNote"),
		authors: authors.map((author) =>
			printedName({
				given: string(author.firstName),
				family: string(author.lastName),
				literal: string(author.name),
			}),
		),
		date: dateIn(field("date")),
		doi: field("DOI") ?? /^DOI:\s*(\S+)/im.exec(extra)?.[1],
		arxiv: [field("archiveID"), field("number"), field("reportNumber"), extra]
			.map(arxivIn)
			.find(Boolean),
		addresses: [field("url")],
		venue: field("publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName"),
		language: field("language"),
		written: { dates: [field("date")] },
	};
}
