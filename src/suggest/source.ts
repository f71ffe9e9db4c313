import { arxivId, doiIn, isWebAddress } from "../import/known-as.ts";
import type { Identifier } from "../import/lookup/identifiers.ts";
import { isPaperDate } from "../paper/dates.ts";
import type { Issue } from "../paper/issues.ts";
import { nearest } from "../paper/nearest.ts";
import type { Topic } from "../paper/topics.ts";
import { type Field, type FieldName, type Form, ISSUE, LABELS } from "./form.ts";

/** Where the record of a suggested paper comes from. */
export type Origin =
	/** A text in one of the formats of the importer; `line` is the line of the issue at which it begins. */
	| { kind: "text"; text: string; line: number }
	/** To be asked of arXiv or Crossref. */
	| (Identifier & { line: number });

/** What a form asks for. */
export interface Suggestion {
	origin: Origin;
	/** Ids of topics.yaml; undefined where they are to be proposed. */
	topics: string[] | undefined;
	/** Fields that were filled in and are not used, because another says it all. */
	unused: FieldName[];
}

/**
 * What the fields of the form ask for. A record counts before a title with what belongs
 * to it, and that before an identifier alone.
 */
export function suggestionOf(
	form: Form,
	topics: readonly Topic[],
): { suggestion?: Suggestion; issues: Issue[] } {
	const issues: Issue[] = [];
	const chosen = form.topics && topicsIn(form.topics, topics, issues);
	const identifier = form.identifier && identifierIn(form.identifier, issues);
	const details: FieldName[] = ["title", "authors", "date", "venue", "links", "abstract"];
	const given = (names: FieldName[]) => names.filter((name) => form[name]);
	let origin: Origin | undefined;
	let unused: FieldName[] = [];
	if (form.record) {
		origin = { kind: "text", ...form.record };
		unused = given(["identifier", ...details]);
	} else if (form.title) {
		origin = { kind: "text", text: cslOf(form, identifier, issues), line: form.title.line };
	} else if (identifier) {
		origin = { ...identifier, line: form.identifier?.line ?? 1 };
		unused = given(details);
	} else if (!form.identifier) {
		const message = "unexpected empty form, expected an arXiv id, a DOI, a record or a title";
		issues.push(problem(1, message, "Fill in one of them."));
	}
	if (!origin || issues.length > 0) return { issues };
	return { suggestion: { origin, topics: chosen, unused }, issues };
}

/** The fields as a record of CSL-JSON, so that the importer reads them as it reads any other. */
function cslOf(
	{ title, authors, date, venue, links, abstract }: Form,
	identifier: ReturnType<typeof identifierIn>,
	issues: Issue[],
): string {
	if (date && !isPaperDate(date.text.trim())) {
		const message = `unexpected ${quote(date.text)} as “${LABELS.date}”, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY`;
		issues.push(problem(date.line, message, "Write as much of it as is known, or leave it out."));
	}
	for (const { text, line } of linesOf(links)) {
		if (isWebAddress(text)) continue;
		const message = `unexpected ${quote(text)} as a link, expected a web address that begins with https://`;
		issues.push(problem(line, message, "Write one address a line, and nothing else."));
	}
	return JSON.stringify([
		{
			id: "suggested",
			type: "article",
			title: title?.text,
			author: linesOf(authors).map(({ text }) => ({ literal: text })),
			issued: { raw: date?.text.trim() },
			"container-title": venue?.text,
			URL: linesOf(links).map(({ text }) => text),
			abstract: abstract?.text,
			...(identifier?.kind === "doi" ? { DOI: identifier.id } : {}),
			...(identifier?.kind === "arxiv" ? { number: `arXiv:${identifier.id}` } : {}),
		},
	]);
}

function identifierIn({ text, line }: Field, issues: Issue[]) {
	const arxiv = arxivId(text);
	if (arxiv) return { kind: "arxiv" as const, id: arxiv };
	const doi = doiIn(text);
	if (doi) return { kind: "doi" as const, id: doi };
	const message = `unexpected ${quote(text)} as “${LABELS.identifier}”, expected one such as 2301.00001 or 10.1000/swifts`;
	issues.push(problem(line, message, "Write the identifier alone, or fill in the title instead."));
	return undefined;
}

/** Ids of the topics that are named by id or name; each that is none is a problem with the nearest one. */
function topicsIn({ text, line }: Field, topics: readonly Topic[], issues: Issue[]): string[] {
	const ids = new Map(
		topics.flatMap(({ id, name }) => [[id.toLowerCase(), id] as const, [name.toLowerCase(), id]]),
	);
	const wanted = text.split(/[,;]/).map((word) => word.trim());
	const found = wanted.filter(Boolean).flatMap((word) => {
		const id = ids.get(word.toLowerCase());
		if (id) return [id];
		const guess = nearest(word, ids.keys());
		const message = `unexpected topic ${quote(word)}, expected topics of the collection: ${topics.map(({ name }) => name).join(", ") || "there are none yet"}`;
		const fix = guess ? `Did you mean ${quote(guess)}?` : "Leave it out, or choose one of these.";
		issues.push(problem(line, message, fix));
		return [];
	});
	return [...new Set(found)];
}

function linesOf(field: Field | undefined): { text: string; line: number }[] {
	return (field?.text.split("\n") ?? []).flatMap((text, at) =>
		text.trim() ? [{ text: text.trim(), line: (field?.line ?? 1) + at }] : [],
	);
}

function problem(line: number, message: string, fix: string): Issue {
	return { file: ISSUE, line, column: 1, message, fix };
}

/** A text of a stranger in a message: one line, cut where it is long. */
function quote(text: string): string {
	const json = JSON.stringify(text);
	return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
