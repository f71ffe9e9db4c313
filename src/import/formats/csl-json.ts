import { type Citation, citationFormat, type NameParts, nameOf, printedName } from "../citation.ts";
import { array, elementLines, type Json, jsonValue, object, string } from "../json.ts";
import { arxivIn, checked, type DateParts, dateIn } from "../known-as.ts";

/**
 * CSL-JSON, also as Zotero writes it: an array of items, or an object with them
 * under `items`. https://docs.citationstyles.org/en/stable/specification.html
 */
export const cslJson = citationFormat(
	"CSL-JSON",
	(text) => itemsOf(text).some(isItem),
	(text) => {
		const lines = elementLines(text, Array.isArray(jsonValue(text)) ? [] : ["items"]);
		return itemsOf(text).map((item, index) => {
			const line = lines[index] ?? 1;
			if (!isObject(item)) return { line, problem: `record ${index + 1} is no object` };
			const key = string(object(item).id);
			return { line, name: key, key, citation: citationOf(object(item)) };
		});
	},
);

function itemsOf(text: string): unknown[] {
	const value = jsonValue(text);
	if (Array.isArray(value)) return value;
	const items = object(value).items;
	return Array.isArray(items) ? items : isItem(value) ? [value] : [];
}

function isObject(value: unknown): boolean {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** CSL has a type and an id; what else an item has, is up to it. */
function isItem(value: unknown): boolean {
	const item = object(value);
	return typeof item.type === "string" && "id" in item && !("paper" in item || "content" in item);
}

/** The citation of an item. Crossref's works have the same keys, with arrays for some texts. */
export function citationOf(item: Json): Citation {
	const notes = [item.number, item.note, item.archive_location, item.archiveID].map(string);
	return {
		title: string(item.title),
		abstract: string(item.abstract),
		authors: array(item.author).map((name) =>
			typeof name === "string" ? nameOf(name) : printedName(partsOf(object(name))),
		),
		date: dateOf(object(item.issued)),
		doi: string(item.DOI) ?? /\bDOI:\s*(\S+)/i.exec(string(item.note) ?? "")?.[1],
		arxiv: notes.map(arxivIn).find(Boolean),
		addresses: array(item.URL).length > 0 ? array(item.URL).map(string) : [string(item.URL)],
		venue: string(item["container-title"]) ?? string(item["event-title"]) ?? string(item.event),
		language: string(item.language),
		written: { dates: [dateTextOf(object(item.issued))] },
	};
}

function partsOf(name: Json): NameParts {
	const particles = [name["dropping-particle"], name["non-dropping-particle"]].map(string);
	return {
		given: string(name.given),
		particle: particles.filter(Boolean).join(" "),
		family: string(name.family),
		suffix: string(name.suffix),
		literal: string(name.literal) ?? string(name.name),
	};
}

/** A CSL date that is none, as text. */
function dateTextOf(date: Json): string | undefined {
	if (dateOf(date)) return undefined;
	const parts = array(array(date["date-parts"])[0]).map(string);
	return string(date.raw) ?? string(date.literal) ?? parts.filter(Boolean).join("-");
}

/** The first day, month or year of a CSL date, which may also be text. */
export function dateOf(date: Json): DateParts | undefined {
	const [year, month, day] = array(array(date["date-parts"])[0]).map(Number);
	if (year) return checked(year, month, day);
	return dateIn(string(date.raw) ?? string(date.literal));
}
