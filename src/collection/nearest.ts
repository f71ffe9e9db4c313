import { type Likeness, NEAREST, type Nearest, RELATED, SHARED } from "./related.ts";

/** Stands where there are fewer papers, or words, than could be. */
const NONE = -1;

/** The papers related to each paper, by its position, in columns: of 10,000 papers they were 250,000 objects. */
export interface RelatedColumns {
	/** Positions of related papers: {@link RELATED} of each paper. */
	related: Int32Array;
	/** Numbers of the words that a paper and a related one share: {@link SHARED} of each related one. */
	shared: Int32Array;
	/** These words, by their numbers: in the order in which they are met first. */
	words: string[];
}

/** What is like each paper, by its position, in columns: see {@link Nearest}. */
export interface NearestColumns extends RelatedColumns {
	/** {@link NEAREST} of each paper. */
	positions: Int32Array;
	least: Float64Array;
}

/**
 * What is like so many papers: `anew` says it of those `again`, `before` of all others. The result is the
 * same whichever of them says it.
 */
export function nearestColumns(
	count: number,
	again: Iterable<number>,
	anew: (at: number) => Nearest,
	before: NearestColumns = emptyColumns(count),
): NearestColumns {
	const { positions, least, related, shared, words } = structuredClone(before);
	const numbers = new Map(words.map((word, number) => [word, number]));
	const numberOf = (word: string) => {
		let number = numbers.get(word);
		if (number === undefined) numbers.set(word, (number = words.push(word) - 1));
		return number;
	};
	for (const at of again) {
		const nearest = anew(at);
		least[at] = nearest.least;
		put(positions, at * NEAREST, NEAREST, nearest.positions);
		const theirs = nearest.related.map(({ position }) => position);
		put(related, at * RELATED, RELATED, theirs);
		for (let index = 0; index < RELATED; index++) {
			const some = nearest.related[index]?.shared ?? [];
			put(shared, (at * RELATED + index) * SHARED, SHARED, some.map(numberOf));
		}
	}
	return { positions, least, related, shared, words: wordsInOrder(shared, words) };
}

/** The papers related to the one at a position, most similar first. */
export function relatedAt({ related, shared, words }: RelatedColumns, at: number): Likeness[] {
	const found: Likeness[] = [];
	for (let index = at * RELATED; index < (at + 1) * RELATED; index++) {
		const position = related[index] ?? NONE;
		if (position === NONE) break;
		const numbers = shared.subarray(index * SHARED, (index + 1) * SHARED);
		found.push({ position, shared: [...numbers].flatMap((number) => words[number] ?? []) });
	}
	return found;
}

function emptyColumns(count: number): NearestColumns {
	return {
		positions: new Int32Array(count * NEAREST).fill(NONE),
		least: new Float64Array(count),
		related: new Int32Array(count * RELATED).fill(NONE),
		shared: new Int32Array(count * RELATED * SHARED).fill(NONE),
		words: [],
	};
}

function put(column: Int32Array, from: number, most: number, values: readonly number[]): void {
	column.fill(NONE, from, from + most).set(values, from);
}

/** Numbers words anew, in the order in which they are met, and leaves out those that are not met. */
function wordsInOrder(shared: Int32Array, words: readonly string[]): string[] {
	const found: string[] = [];
	const numbers = new Int32Array(words.length).fill(NONE);
	for (const [at, number] of shared.entries()) {
		if (number === NONE) continue;
		if (numbers[number] === NONE) numbers[number] = found.push(words[number] ?? "") - 1;
		shared[at] = numbers[number] ?? NONE;
	}
	return found;
}
