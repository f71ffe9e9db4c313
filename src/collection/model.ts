import type { Entry } from "../entry/read.ts";
import type { Collection } from "../paper/collection.ts";
import { compare } from "../paper/issues.ts";
import type { Topic } from "../paper/topics.ts";
import {
	type Authors,
	authorId,
	authorsOf,
	type Group,
	lettersOf,
	organizationsOf,
} from "./groups.ts";
import { relatedAt } from "./nearest.ts";
import { relatedPapers } from "./related.ts";
import { frequentTerms, type TermCount } from "./statistics.ts";
import { timeline, toWeeks, type Week, type Year } from "./timeline.ts";
import type { Words } from "./words.ts";

/** A topic with its papers, newest first. */
interface TopicPapers extends Topic {
	entries: Entry[];
}

/** An entry with what stands beside it in the order of dates. */
interface Neighbours {
	newer: Entry | undefined;
	older: Entry | undefined;
}

/** A related paper and why it is: the terms that both share, most telling first. */
export interface Related {
	entry: Entry;
	shared: string[];
}

/** Everything that pages show, sorted and counted once, most of it when it is first asked for. */
export interface Model {
	collection: Collection;
	/** Newest first, a month or a year after all days in it, undated last; papers of one date in the order of their titles. */
	entries: Entry[];
	/** In the order of topics.yaml. */
	topics: TopicPapers[];
	years: Year[];
	/** Newest first. */
	weeks: Week[];
	undated: Entry[];
	organizations: Group[];
	authors: Authors;
	/** The author's page, or `undefined` where the author has none. */
	authorPage(name: string): Group | undefined;
	letters: Group[];
	topic(id: string): TopicPapers | undefined;
	neighbours(id: string): Neighbours;
	/** Most similar first, at most four. */
	related(id: string): Related[];
	/** See {@link frequentTerms}. */
	frequentTerms(): TermCount[];
}

/**
 * Builds the model. Pure: the same content gives the same model on any machine. What `words` says
 * is found out when it is asked for where it is not there yet.
 */
export function buildModel(
	collection: Collection,
	topics: readonly Topic[],
	unsorted: readonly Entry[],
	words: () => Words | undefined = () => undefined,
): Model {
	const entries = [...unsorted].sort(newestFirst);
	const position = new Map(entries.map((entry, index) => [entry.paper.id, index]));
	const byTopic = new Map<string, TopicPapers>(
		topics.map(({ id, name, description, terms }) => [
			id,
			{ id, name, description, terms, entries: [] },
		]),
	);
	for (const entry of entries) {
		for (const topic of entry.paper.topics) byTopic.get(topic)?.entries.push(entry);
	}
	const relatedAnew = relatedPapers(entries);
	const related = (at: number) => {
		const columns = words()?.related;
		return columns ? relatedAt(columns, at) : relatedAnew(at);
	};
	const years = once(() => timeline(entries));
	const weeks = once(() => toWeeks(entries));
	const organizations = once(() => organizationsOf(entries));
	const authors = once(() => authorsOf(entries));
	const letters = once(() => lettersOf(entries));
	const authorPages = once(() => new Map(authors().authors.map((author) => [author.id, author])));
	return {
		collection,
		entries,
		topics: [...byTopic.values()],
		get years() {
			return years();
		},
		get weeks() {
			return weeks();
		},
		undated: entries.filter(({ paper }) => !paper.date),
		get organizations() {
			return organizations();
		},
		get authors() {
			return authors();
		},
		authorPage: (name) => authorPages().get(authorId(name)),
		get letters() {
			return letters();
		},
		topic: (id) => byTopic.get(id),
		neighbours(id) {
			const index = position.get(id);
			if (index === undefined) return { newer: undefined, older: undefined };
			return { newer: entries[index - 1], older: entries[index + 1] };
		},
		related: (id) =>
			related(position.get(id) ?? -1).flatMap(({ position, shared }) => {
				const entry = entries[position];
				return entry ? [{ entry, shared }] : [];
			}),
		frequentTerms: () => words()?.frequent ?? frequentTerms(entries),
	};
}

/** What takes long, made when it is first asked for: in development a page asks for little of it. */
function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** The order of all lists: newest first, undated last; papers of one day by their titles. */
export function newestFirst(a: Entry, b: Entry): number {
	return (
		compare(b.paper.date ?? "", a.paper.date ?? "") ||
		compare(a.paper.title, b.paper.title) ||
		compare(a.paper.id, b.paper.id)
	);
}
