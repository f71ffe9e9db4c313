import { type Citation, citationFormat } from "../citation.ts";
import { array, elementLines, type Json, jsonValue, object, string } from "../json.ts";

/**
 * Notes of OpenReview's API: version 1 (`content.title`) and version 2
 * (`content.title.value`). https://docs.openreview.net/reference/api-v2
 */
export const openReview = citationFormat(
	"OpenReview JSON",
	(text) => notesOf(text).some(isNote),
	(text) => {
		const lines = elementLines(text, Array.isArray(jsonValue(text)) ? [] : ["notes"]);
		return notesOf(text).map((note, index) => ({
			line: lines[index] ?? 1,
			name: string(object(note).id),
			key: string(object(note).id),
			citation: citationOf(object(note)),
		}));
	},
);

function notesOf(text: string): unknown[] {
	const value = jsonValue(text);
	if (Array.isArray(value)) return value;
	const notes = object(value).notes;
	return Array.isArray(notes) ? notes : [value];
}

function isNote(value: unknown): boolean {
	const { id, forum, content } = object(value);
	return typeof id === "string" && (typeof forum === "string" || "title" in object(content));
}

function citationOf(note: Json): Citation {
	const content = object(note.content);
	// Version 2 wraps each value, to say who may read it.
	const field = (key: string): unknown =>
		Array.isArray(content[key]) || typeof content[key] === "string"
			? content[key]
			: object(content[key]).value;
	const authors = array(field("authors")).flatMap((author) => string(author) ?? []);
	const pdf = string(field("pdf"));
	const forum = string(note.forum) ?? string(note.id);
	return {
		title: string(field("title")),
		abstract: string(field("abstract")),
		authors: authors.filter((name) => !/^anonymous\b/i.test(name)).map((name) => name.trim()),
		date: dayOf(note.pdate),
		doi: string(field("doi")),
		addresses: [
			forum && `https://openreview.net/forum?id=${encodeURIComponent(forum)}`,
			pdf && (/^\//.test(pdf) ? `https://openreview.net${pdf}` : pdf),
			...["code", "html", "supplementary_code"].map((key) => string(field(key))),
		],
		venue: string(field("venue")),
	};
}

/** The day of publication (milliseconds, UTC); when a note was created says nothing about the paper. */
function dayOf(time: unknown): Citation["date"] {
	if (typeof time !== "number" || !Number.isFinite(time) || Math.abs(time) > 8.64e15)
		return undefined;
	const date = new Date(time);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
