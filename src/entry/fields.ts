import { parseDocument } from "yaml";
import { parseMarkup, placeOf } from "./markup.ts";

/** Front matter of a text with line feeds and without byte order mark; its YAML is the first group. */
export const FRONT_MATTER = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** The text as it is read: line feeds only, no byte order mark. */
export function toLineFeeds(text: string): string {
	return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** The front matter as it stands in the file, unchecked; `undefined` where it cannot be read. */
export function frontMatterIn(text: string): Record<string, unknown> | undefined {
	const front = FRONT_MATTER.exec(toLineFeeds(text));
	const document = parseDocument(front?.[1] ?? "", { prettyErrors: false, logLevel: "error" });
	if (!front || document.errors.length > 0) return undefined;
	try {
		const value: unknown = document.toJS({ maxAliasCount: 0 });
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The fields of an entry, each of which follows its source on its own: every key of the front
 * matter but `aliases` and those about sources, each of the links (`links.doi`), and `abstract`:
 * the source text of the body above the first heading, with line feeds. What is not there has
 * no key. `undefined` where the entry cannot be read.
 */
export function fieldsIn(text: string): Map<string, unknown> | undefined {
	const frontMatter = frontMatterIn(text);
	const place = frontMatter && abstractPlace(toLineFeeds(text));
	if (!place) return undefined;
	const fields = fieldsOf(frontMatter);
	const abstract = toLineFeeds(text).slice(place.from, place.to);
	if (abstract) fields.set("abstract", abstract);
	return fields;
}

/** The fields of front matter, in its order, see {@link fieldsIn}. */
export function fieldsOf(frontMatter: Record<string, unknown>): Map<string, unknown> {
	const fields = new Map<string, unknown>();
	for (const [key, value] of Object.entries(withPlainYear(frontMatter))) {
		if (["aliases", "source", "otherSources"].includes(key)) continue;
		if (key !== "links" || !isRecord(value)) fields.set(key, value);
		else for (const [kind, address] of Object.entries(value)) fields.set(`links.${kind}`, address);
	}
	return fields;
}

/** The front matter with a date that is only a year as the number that it is to YAML, in quotes or not. */
export function withPlainYear(frontMatter: Record<string, unknown>): Record<string, unknown> {
	const { date } = frontMatter;
	if (typeof date !== "string" || !/^[1-9]\d{3}$/.test(date)) return frontMatter;
	return { ...frontMatter, date: Number(date) };
}

/** Where the abstract stands in a text with line feeds, and where its part of the body begins. */
export function abstractPlace(
	text: string,
): { body: number; from: number; to: number } | undefined {
	const front = FRONT_MATTER.exec(text);
	// The parser takes spaces after the closing line, but no tab: it would read on to the end.
	const markup = parseMarkup(
		text.replace(FRONT_MATTER, (found) => found.replace(/\t(?=[ \t]*\n?$)/g, " ")),
	);
	if (!front || "error" in markup) return undefined;
	const body = front[0].length;
	const heading = markup.tree.children.find(({ type }) => type === "heading");
	const end = heading ? startOfLine(text, placeOf(heading).line) : text.length;
	const part = text.slice(body, end);
	const from = part.trim() ? body + part.length - part.trimStart().length : body;
	return { body, from, to: from + part.trim().length };
}

function startOfLine(text: string, line: number): number {
	let offset = 0;
	for (let at = 1; at < line; at++) offset = text.indexOf("\n", offset) + 1;
	return offset;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
