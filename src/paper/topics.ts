import { z } from "zod";
import { isId } from "./identifiers.ts";

/** One topic of `topics.yaml`. */
export const topicSchema = z.strictObject({
	id: z
		.string()
		.refine(isId, "expected lower-case words joined by -")
		.describe("Stands in addresses and in entries; stable for ever."),
	name: z.string().min(1, "expected some text").describe("Name for readers."),
	description: z
		.string()
		.min(1, "expected some text")
		.describe("One line on what the topic holds."),
	terms: z
		.array(z.string().regex(/[\p{L}\p{N}]/u, "expected words"))
		.min(1, "expected a term")
		.describe(
			"What a title or an abstract of the topic says. Words are compared without regard to case; * at the end of a word stands for any ending, and - and space are the same.",
		),
});

/** See {@link topicSchema}. */
export type Topic = z.infer<typeof topicSchema>;

/** At most so many topics are proposed for a paper. */
const MAX_PROPOSED_TOPICS = 4;

/** A term in the title counts as much as this many in the abstract. */
const TITLE_WEIGHT = 4;

/** So much is needed before a topic is proposed: the title, or two places in the abstract. */
const THRESHOLD = 2;

/** Terms made ready once for many papers. */
export type TopicMatcher = (title: string, abstract: string) => string[];

/**
 * A function that proposes topics for a paper: ids, strongest first, at most
 * four. Strength is the number of places where terms stand, those in the title
 * counted fourfold; equal strength keeps the order of the file.
 */
export function topicMatcher(topics: readonly Topic[]): TopicMatcher {
	const matchers = topics.map(({ id, terms }) => ({ id, pattern: termPattern(terms) }));
	return (title, abstract) =>
		matchers
			.map(({ id, pattern }) => ({
				id,
				strength: TITLE_WEIGHT * count(title, pattern) + count(abstract, pattern),
			}))
			.filter(({ strength }) => strength >= THRESHOLD)
			.sort((a, b) => b.strength - a.strength)
			.slice(0, MAX_PROPOSED_TOPICS)
			.map(({ id }) => id);
}

function termPattern(terms: readonly string[]): RegExp {
	const alternatives = [...terms]
		.sort((a, b) => b.length - a.length)
		.map((term) =>
			term
				.trim()
				.split(/[\s-]+/)
				.map((word) => escapeRegExp(word).replace(/\\\*$/, "[\\p{L}\\p{N}]*"))
				.join("[\\s-]+"),
		);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

function escapeRegExp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function count(text: string, pattern: RegExp): number {
	return [...text.matchAll(pattern)].length;
}
