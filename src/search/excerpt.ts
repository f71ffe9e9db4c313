import type { Hits } from "./match.ts";
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

/** The part of a text with most of what was looked for, with that marked. */
export function excerpt(text: string, hits: readonly Hits[], paper: number): Run[] {
	const words = text.split(BETWEEN_WORDS);
	const places = hits.flatMap((some, term) =>
		(some.get(paper)?.text ?? []).map((at) => ({ at, term })),
	);
	places.sort((a, b) => a.at - b.at);
	const from = start(places, words.length);
	const to = Math.min(words.length, from + LENGTH);
	const found = new Set(places.map(({ at }) => at));
	const joints = [...text.matchAll(SEPARATORS)].map(([space]) => (/\s/.test(space) ? " " : ""));
	const runs = marked(words.slice(from, to), joints.slice(from), (at) => found.has(from + at));
	if (from > 0) runs.unshift({ text: "… ", found: false });
	if (to < words.length) runs.push({ text: " …", found: false });
	return runs;
}

/** A whole title, with what was looked for marked. */
export function markedTitle(title: string, hits: readonly Hits[], paper: number): Run[] {
	const found = new Set(hits.flatMap((some) => some.get(paper)?.title ?? []));
	return marked(title.split(/\s+/), [], (at) => found.has(at));
}

/** The words of a paper that were looked for, as they stand there, without signs around them. */
export function foundWords(
	{ content, title }: { content: string; title: string },
	hits: readonly Hits[],
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
function start(places: readonly { at: number; term: number }[], length: number): number {
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
