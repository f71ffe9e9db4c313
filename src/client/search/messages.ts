import { papersCount } from "../../paper/text.ts";
import { type Field, type Term, withPart } from "../../search/query.ts";
import type { Finding } from "./engine.ts";
import type { FileProblem } from "./files.ts";

const NAMES: Readonly<Record<FileProblem["kind"], string>> = {
	entry: "the entry of the search index",
	contents: "the search index’s table of contents",
	words: "a list of words",
	outline: "a list of papers",
	chunk: "a part of the search index",
	filter: "the list of a filter",
	record: "the record of a paper",
	ids: "the list of all papers",
	citations: "the file of citations",
};

const REASONS: Readonly<Record<FileProblem["reason"], string>> = {
	offline: "You are offline, and it is not on this device.",
	refused: "The connection failed.",
	missing: "The server does not have it; perhaps the site is just being updated.",
	page: "A web page came in its place, as networks with a login do it.",
	damaged: "It arrived damaged.",
	absent: "It is not in the folder of the archive.",
	spoilt: "It is not as it was when the archive was made.",
};

const REMEDIES: Readonly<Record<FileProblem["reason"], string>> = {
	offline:
		"Try again when you are connected, or open the copy on this device, if you have taken one.",
	refused: "Check the connection and try again.",
	missing: "Try again in a minute; if it stays, tell the people who keep this site.",
	page: "Log in to the network and try again.",
	damaged: "Try again; if it stays, reload the page.",
	absent: "Unpack the whole zip file again, and open index.html in the folder that comes out.",
	spoilt: "Unpack the zip file again; README.txt tells how to check that it is whole.",
};

/** What a reader is told when a file fails: what is missing, why, and what to do. */
export function failureMessage(cause: FileProblem): string {
	return `The search is not complete: ${problemMessage(cause)}`;
}

/** Which file is missing, why, and what to do. */
export function problemMessage({ kind, reason }: FileProblem): string {
	return `${NAMES[kind]} could not be loaded. ${REASONS[reason]} ${REMEDIES[reason]}`;
}

/** The result in a sentence: `3 papers for “tokens” with these filters`. */
export function summary(finding: Finding): string {
	const { state, query, outcome, choices } = finding;
	const papers = papersCount(outcome.papers.length);
	const filtered = choices.length > 0 ? " with these filters" : "";
	if (query.terms.length === 0 && choices.length === 0) return "Nothing to look for";
	if (outcome.corrections.length > 0 && outcome.papers.length > 0) {
		return `Showing results for “${corrected(finding)}”: ${papers}${filtered}`;
	}
	return `${papers}${state.query ? ` for “${state.query}”` : ""}${filtered}`;
}

/** What a reader has to know beside: words that no paper has, words only begun, a query that is wrong. */
export function notes(finding: Finding): string[] {
	const { outcome, query, unknownTopics, updated, files } = finding;
	const missing = outcome.missing.map(missingTerm);
	const corrections = outcome.corrections.map(({ from }) => `No paper has “${from}”.`);
	const partial =
		outcome.partial && outcome.missing.length === 0 && outcome.papers.length > 0
			? ["No paper has all the words. These have most of them."]
			: [];
	const rest =
		outcome.missing.length > 0 && outcome.papers.length > 0 ? ["These have the other words."] : [];
	const beginnings = outcome.beginnings.map(({ from, words }) => {
		const some = words.slice(0, 3).map((word) => `“${word}”`);
		const and =
			words.length > 3 ? `${some.join(", ")} and ${words.length - 3} more` : some.join(" and ");
		return `“${from}” is read as the beginning of ${and}.`;
	});
	const topics = unknownTopics.map((value) => {
		const known = files.contents.topics.map(([id]) => id).join(", ");
		return `There is no topic “${value}”. The topics are ${known}.`;
	});
	return [
		...query.problems.map(({ message }) => message),
		...topics,
		...corrections,
		...missing,
		...rest,
		...partial,
		...beginnings,
		...(updated ? ["The site was updated since you opened this page; these results are new."] : []),
	];
}

const IN: Readonly<Record<Field, string>> = {
	title: " in its title",
	authors: " among its authors",
	organization: " as its organisation",
};

function missingTerm({ text, field }: Term): string {
	return `No paper has “${text}”${field ? IN[field] : ""}.`;
}

/** The query as it was read. */
function corrected({ state, query, outcome }: Finding): string {
	return outcome.corrections.reduce((text, { from, to }) => {
		const { source } = query.terms.find((term) => term.text === from) ?? { source: from };
		return withPart(text, source, source.replace(from, to));
	}, state.query);
}
