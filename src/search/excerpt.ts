import type { Hits } from "./match.ts";
import { placesOfPhrase } from "./phrase-words.ts";
import { BETWEEN_WORDS } from "./text.ts";

const SEPARATORS = new RegExp(BETWEEN_WORDS, "gu");

/** A run of text, and whether it is what the reader looked for. */
export interface Run {
	text: string;
	found: boolean;
}

/** Words in an excerpt. */
const LENGTH = 34;
/** Words before the first one found, so that it does not stand at the very beginning. */
const BEFORE = 5;

/** What was looked for, and where it stands. */
export interface Found {
	/** Of each term: of a phrase where its last word does. */
	hits: readonly Hits[];
	/** The words of each term, where it has several: see `phraseWords`. */
	phrases: readonly (readonly string[])[];
}

/** The part of a text with most of what was looked for, with that marked. */
export function excerpt(text: string, found: Found, paper: number): Run[] {
	const words = text.split(BETWEEN_WORDS);
	const places = placesIn(words, "text", found, paper).sort((a, b) => a.at - b.at);
	const from = start(places, words.length);
	const to = Math.min(words.length, from + LENGTH);
	const marks = new Set(places.map(({ at }) => at));
	const joints = [...text.matchAll(SEPARATORS)].map(([space]) => (/\s/.test(space) ? " " : ""));
	const runs = marked(words.slice(from, to), joints.slice(from), (at) => marks.has(from + at));
	if (from > 0) runs.unshift({ text: "… ", found: false });
	if (to < words.length) runs.push({ text: " …", found: false });
	return runs;
}

/** A whole title, with what was looked for marked. */
export function markedTitle(title: string, found: Found, paper: number): Run[] {
	const words = title.split(/\s+/);
	const marks = new Set(placesIn(words, "title", found, paper).map(({ at }) => at));
	return marked(words, [], (at) => marks.has(at));
}

/** A place of a word of a term. */
interface Place {
	at: number;
	/** Number of the term. */
	term: number;
}

/** Where the words of all terms stand, each once for a term. */
function placesIn(
	words: readonly string[],
	part: "text" | "title",
	{ hits, phrases }: Found,
	paper: number,
): Place[] {
	return hits.flatMap((some, term) => {
		const ends = some.get(paper)?.[part] ?? [];
		const phrase = phrases[term] ?? [];
		const all = phrase.length > 0 ? ends.flatMap((at) => placesOfPhrase(words, at, phrase)) : ends;
		return Array.from(new Set(all), (at) => ({ at, term }));
	});
}

/**
 * The words of a paper that were looked for, as they stand there, without signs around them; of a
 * phrase the last one: “of” would stand all over a page.
 */
export function foundWords(
	{ content, title }: { content: string; title: string },
	{ hits }: Pick<Found, "hits">,
	paper: number,
): string[] {
	const [text, heading] = [content.split(BETWEEN_WORDS), title.split(/\s+/)];
	const words = hits.flatMap((some) => {
		const hit = some.get(paper);
		return [
			...(hit?.text ?? []).map((at) => text[at] ?? ""),
			...(hit?.title ?? []).map((at) => heading[at] ?? ""),
		];
	});
	const bare = words.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
	return [...new Set(bare.map((word) => word.toLowerCase()))].filter(Boolean);
}

/** The window that has most different terms; of several the first. */
function start(places: readonly Place[], length: number): number {
	let best = 0;
	let most = 0;
	for (const [index, { at }] of places.entries()) {
		const within = places.slice(index).filter((place) => place.at < at + LENGTH - BEFORE);
		const value = new Set(within.map(({ term }) => term)).size * 100 + within.length;
		if (value > most) [best, most] = [at, value];
	}
	return Math.max(0, Math.min(best - BEFORE, length - LENGTH));
}

/** `joints` are what stands between the words: a space where nothing is given. */
function marked(
	words: readonly string[],
	joints: readonly string[],
	isFound: (at: number) => boolean,
): Run[] {
	const runs: Run[] = [];
	words.forEach((word, at) => {
		const found = isFound(at);
		const joint = joints[at - 1] ?? " ";
		const last = runs.at(-1);
		const text = (at > 0 ? joint : "") + word;
		if (last?.found === found) last.text += text;
		// The space before a mark is not part of it.
		else if (found && at > 0 && joint) {
			if (last) last.text += joint;
			runs.push({ text: word, found });
		} else runs.push({ text, found });
	});
	return runs;
}
