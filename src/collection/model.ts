import type { Entry } from "../entry/read.ts";
import type { Collection } from "../paper/collection.ts";
import { compare } from "../paper/issues.ts";
import type { Topic } from "../paper/topics.ts";
import { timeline, type Year } from "./timeline.ts";

/** A topic with its papers, newest first. */
interface TopicPapers extends Topic {
	entries: Entry[];
}

/** An entry with what stands beside it in the order of dates. */
interface Neighbours {
	newer: Entry | undefined;
	older: Entry | undefined;
}

/** Everything that pages show, sorted and counted once. */
export interface Model {
	collection: Collection;
	/** Newest first, undated last; papers of one day in the order of their titles. */
	entries: Entry[];
	/** In the order of topics.yaml. */
	topics: TopicPapers[];
	years: Year[];
	undated: Entry[];
	/** Names of organisations with their number of papers, in the order of names. */
	organizations: { name: string; count: number }[];
	topic(id: string): TopicPapers | undefined;
	neighbours(id: string): Neighbours;
}

/** Builds the model. Pure: the same content gives the same model on any machine. */
export function buildModel(
	collection: Collection,
	topics: readonly Topic[],
	unsorted: readonly Entry[],
): Model {
	const entries = [...unsorted].sort(newestFirst);
	const position = new Map(entries.map((entry, index) => [entry.paper.id, index]));
	const byTopic = new Map<string, TopicPapers>(
		topics.map(({ id, name, description, terms }) => [
			id,
			{ id, name, description, terms, entries: [] },
		]),
	);
	const organizations = new Map<string, number>();
	for (const entry of entries) {
		for (const topic of entry.paper.topics) byTopic.get(topic)?.entries.push(entry);
		const name = entry.paper.organization?.name;
		if (name) organizations.set(name, (organizations.get(name) ?? 0) + 1);
	}
	return {
		collection,
		entries,
		topics: [...byTopic.values()],
		years: timeline(entries),
		undated: entries.filter(({ paper }) => !paper.date),
		organizations: [...organizations]
			.map(([name, count]) => ({ name, count }))
			.sort((a, b) => compare(a.name, b.name)),
		topic: (id) => byTopic.get(id),
		neighbours(id) {
			const index = position.get(id);
			if (index === undefined) return { newer: undefined, older: undefined };
			return { newer: entries[index - 1], older: entries[index + 1] };
		},
	};
}

function newestFirst(a: Entry, b: Entry): number {
	return (
		compare(b.paper.date ?? "", a.paper.date ?? "") ||
		compare(a.paper.title, b.paper.title) ||
		compare(a.paper.id, b.paper.id)
	);
}
