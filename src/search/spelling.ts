import { editDistance } from "../paper/nearest.ts";
import type { IndexFiles } from "./index-files.ts";
import type { Word } from "./vocabulary.ts";

/** A word of the index that a mistyped one may stand for. */
export interface Candidate extends Word {
	/** Letters changed, left out, added or swapped with their neighbour. */
	distance: number;
}

/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 4;
const LONG = 7;
const MOST_CANDIDATES = 6;
/** Letters of a stem, and those of an ending, by which another form of a word is known. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 5;

/** The words of the index nearest to a word, nearest and most frequent first, at most six. */
export async function nearestWords(files: IndexFiles, word: string): Promise<Candidate[]> {
	const length = [...word].length;
	if (length < SHORTEST) return [];
	const most = length < LONG ? 1 : 2;
	const [initial = "", second = ""] = word;
	const near = new Map<string, Candidate>();
	const look = async (beginning: string) => {
		for (const known of await files.wordsFrom(beginning)) {
			const distance = known.stop ? undefined : distanceTo(known, word, most);
			if (distance !== undefined) near.set(known.word, { ...known, distance });
		}
	};
	await look(initial + second);
	// The first two letters are seldom wrong: their other lists are only asked for where nothing is near.
	if (![...near.values()].some(({ distance }) => distance === 1)) {
		await look(initial);
		const others = await Promise.all([
			files.wordsEnding(word.slice(initial.length)),
			files.wordsEnding(word),
		]);
		const swapped = second + initial + word.slice(initial.length + second.length);
		for (const other of [...others.flat(), word.slice(initial.length), swapped]) {
			const known = other === word || near.has(other) ? undefined : await files.word(other);
			if (known && !known.stop) near.set(other, { ...known, distance: 1 });
		}
	}
	return [...near.values()]
		.sort((a, b) => cost(a) - cost(b) || (a.word < b.word ? -1 : 1))
		.slice(0, MOST_CANDIDATES);
}

/** Another form of a known word, “sleeping” of “sleeps”, is as far from it as two wrong letters. */
function distanceTo({ word, stem }: Word, typed: string, most: number): number | undefined {
	if (Math.abs(word.length - typed.length) <= most) {
		const distance = editDistance(typed, word, most);
		if (distance <= most) return distance;
	}
	const isForm =
		stem.length >= SHORTEST_STEM &&
		typed.length - stem.length <= LONGEST_ENDING &&
		typed.startsWith(stem);
	return isForm ? 2 : undefined;
}

/** A word 8 times as frequent makes up for half a letter. */
function cost({ distance, frequency }: Candidate): number {
	return distance - Math.min(frequency, 12) / 6;
}
