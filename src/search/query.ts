import { nearest } from "../paper/nearest.ts";

/** A word or a phrase that a reader asks for. */
export interface Term {
	/** As written, without quotes, field or minus. */
	text: string;
	/** True for `"…"`: the words stand side by side in this order. */
	phrase: boolean;
	/** True for `-…`: papers with it are left out. */
	exclude: boolean;
	/** True for `…*`: any word that begins so. */
	prefix: boolean;
	/** Where it is looked for; everywhere where left out. */
	field?: Field;
	/** The part of the query that it is, with field, minus and quotes. */
	source: string;
}

/** Parts of a paper whose words are found on their own, as the index names them. */
export type Field = "title" | "authors" | "organization";

/** A property that papers are filtered by: `topic:evaluation`, `-has:code`. */
export interface Filter {
	filter: "topic" | "year" | "has";
	/** Id or name of a topic; `2024`, `2024..2026`, `2024..`, `..2026` or `undated`; `code` or `discussion`. */
	value: string;
	exclude: boolean;
	/** The part of the query that it is. */
	source: string;
}

/** Something in a query that cannot be as it was meant. */
interface QueryProblem {
	/** Part of the query: where it begins and ends, in UTF-16 units. */
	start: number;
	end: number;
	/** What was found, what is done with it, and how to mend it. */
	message: string;
}

/** What a reader typed, understood. */
export interface Query {
	terms: Term[];
	filters: Filter[];
	problems: QueryProblem[];
}

const FIELDS: Readonly<Record<string, Field>> = {
	title: "title",
	author: "authors",
	authors: "authors",
	org: "organization",
	organization: "organization",
	organisation: "organization",
};

const FILTERS: Readonly<Record<string, Filter["filter"]>> = {
	topic: "topic",
	year: "year",
	has: "has",
};

const NAMES = ["title", "author", "org", "topic", "year", "has"];

/** Minus, field, then a phrase (closed or not) or a run of other characters. */
const PART = /([-−–]?)(?:(\p{L}+):(?=\S))?(?:["“”„]([^"“”]*)(["“”]?)|(\S+))/gu;

/** Reads a query. Never throws: what cannot be understood is looked for as words, and said. */
export function parseQuery(text: string): Query {
	const query: Query = { terms: [], filters: [], problems: [] };
	for (const match of text.matchAll(PART)) readPart(match, query);
	return query;
}

/** A query with one of its parts, a `source`, put otherwise; the first where it is there twice. */
export function withPart(query: string, source: string, other: string): string {
	for (const { 0: part, index } of query.matchAll(PART)) {
		if (part !== source) continue;
		const rest = query.slice(0, index) + other + query.slice(index + part.length);
		return other ? rest : rest.replace(/\s+/g, " ").trim();
	}
	return query;
}

function readPart(match: RegExpMatchArray, query: Query): void {
	const [whole, minus = "", name = "", quoted, closing, plain = ""] = match;
	const start = match.index ?? 0;
	const problem = (message: string) =>
		query.problems.push({ start, end: start + whole.length, message });
	if (quoted !== undefined && !closing) {
		problem(
			`The quotation mark before “${quoted}” is not closed: everything after it is one phrase.`,
		);
	}
	const value = (quoted ?? plain).trim();
	const exclude = minus !== "";
	const filter = FILTERS[name.toLowerCase()];
	const field = FIELDS[name.toLowerCase()];
	if (filter) {
		const asked = filter === "topic" ? value : value.toLowerCase();
		const wrong = wrongFilter(filter, asked);
		if (wrong) problem(wrong);
		else query.filters.push({ filter, value: asked, exclude, source: whole });
		return;
	}
	if (name && !field) {
		if (!value.startsWith("//")) problem(unknownField(name));
		addTerm(query, { text: name, phrase: false, exclude, prefix: false, source: whole });
	}
	if (["AND", "OR", "NOT"].includes(whole)) {
		problem(
			whole === "NOT"
				? "NOT is left aside. To leave papers out, put a minus before the word: -survey."
				: `${whole} is left aside. Papers are found that have all the words; there is no “or”.`,
		);
		return;
	}
	const prefix = quoted === undefined && /[\p{L}\p{N}]\*$/u.test(value);
	const phrase = quoted !== undefined && /\S\s+\S/.test(value);
	addTerm(query, {
		text: value.replace(/\*$/, ""),
		phrase,
		exclude,
		prefix,
		source: whole,
		...(field && { field }),
	});
}

/** Adds a term that holds a letter or a digit; signs alone ask for nothing. */
function addTerm(query: Query, term: Term): void {
	if (/[\p{Alphabetic}\p{N}]/u.test(term.text)) query.terms.push(term);
}

function wrongFilter(filter: Filter["filter"], value: string): string | undefined {
	if (filter === "year" && !isYears(value)) {
		return `“year:${value}” is no year. Write year:2025, year:2024..2026, year:2024.. or year:undated.`;
	}
	if (filter === "has" && !["code", "discussion"].includes(value)) {
		return `“has:${value}” asks for something that papers are not filtered by. There are has:code and has:discussion.`;
	}
	return undefined;
}

/** True for `2024`, `2024..2026`, `2024..`, `..2026` and `undated`. */
export function isYears(value: string): boolean {
	if (value === "undated") return true;
	const [, from = "", dots = "", to = ""] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value) ?? [];
	if (!dots) return from !== "" && to === "";
	return (from !== "" || to !== "") && (!from || !to || from <= to);
}

function unknownField(name: string): string {
	const guess = nearest(name, NAMES);
	const known = guess
		? `did you mean ${guess}:?`
		: `there are ${NAMES.map((known) => `${known}:`).join(", ")}.`;
	return `“${name}:” is no part of a paper that can be asked for; ${known} It is looked for as a word.`;
}
