import type { CardText } from "../cards/text.ts";
import type { Entry } from "../entry/read.ts";
import { plainTitle } from "../entry/title.ts";
import { formatDate } from "../paper/dates.ts";
import { papersCount } from "../paper/text.ts";
import { typographic } from "../paper/typography.ts";
import type { Model } from "./model.ts";
import { urls } from "./urls.ts";

/**
 * So many papers, the newest, have a card of their own; those after them show their
 * topic's. A card takes 2–4 ms of one core and 20 kB: these are drawn in a few seconds
 * on two cores, and take 40 MB in the output and in the cache.
 */
const MOST_CARDS = 2000;

/** Names on a card before “and 9 more”. */
const NAMES = 5;

/** The papers that have a card of their own. */
export function papersWithCard({ entries }: Model): Entry[] {
	return entries.slice(0, MOST_CARDS);
}

const ids = new WeakMap<Model, Set<string>>();

/** Address of the card that stands for a paper: its own, or its first topic's, or that of the home page. */
export function cardOf({ paper }: Entry, model: Model): string {
	let own = ids.get(model);
	if (!own) ids.set(model, (own = new Set(papersWithCard(model).map((entry) => entry.paper.id))));
	if (own.has(paper.id)) return urls.paperCard(paper.id);
	const [topic] = paper.topics;
	return topic && model.topic(topic) ? urls.topicCard(topic) : urls.homeCard();
}

/** What a paper's card says. */
export function paperCard({ paper }: Entry, model: Model): CardText {
	const { authors = [], authorCount = 0, organization, date, venue, topics } = paper;
	const shown = authors.length > NAMES + 1 ? authors.slice(0, NAMES) : authors;
	const more = authors.length - shown.length;
	const names = shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
	const counted = authorCount === 1 ? "1 author" : authorCount > 1 ? `${authorCount} authors` : "";
	return {
		kicker: model.collection.title,
		title: typographic(plainTitle(paper.title)),
		byline: joined(names || counted, organization?.name),
		footer: joined(date && formatDate(date), venue, model.topic(topics[0] ?? "")?.name),
	};
}

/** What a topic's card says. */
export function topicCard(topic: Model["topics"][number], { collection }: Model): CardText {
	return {
		kicker: collection.title,
		title: topic.name,
		byline: topic.description,
		footer: papersCount(topic.entries.length),
	};
}

/** What the card of the home page says. */
export function homeCard({ collection, entries }: Model): CardText {
	return {
		title: collection.title,
		byline: collection.tagline,
		footer: joined(papersCount(entries.length), collection.byline),
	};
}

/** What every card of the collection says. */
export function allCards(model: Model): CardText[] {
	return [
		homeCard(model),
		...model.topics.map((topic) => topicCard(topic, model)),
		...papersWithCard(model).map((entry) => paperCard(entry, model)),
	];
}

function joined(...parts: (string | undefined)[]): string {
	return parts.filter(Boolean).join(" · ");
}
