import type { Pair, PairPlaces } from "../../search/pairs.ts";
import { addUp, type Crossing } from "./crossing.ts";

/** Where any two of some words stand side by side. */
export class Pairs {
	readonly #count: number;
	/** Where the places of each pair end: those beside each other, then those within one word. */
	readonly #ends: Uint32Array;
	readonly #papers: Uint32Array;
	readonly #parts: Uint8Array;
	readonly #positions: Uint32Array;

	/** `count` is the number of words. */
	constructor(crossing: Crossing, count: number) {
		this.#count = count;
		const ends = new Uint32Array(2 * count ** 2);
		eachPair(crossing, (first, second, within) => {
			const number = this.#numberOf(first, second, within);
			ends[number] = (ends[number] ?? 0) + 1;
		});
		const total = ends.reduce((sum, number) => sum + number, 0);
		this.#papers = new Uint32Array(total);
		this.#parts = new Uint8Array(total);
		this.#positions = new Uint32Array(total);
		const next = new Uint32Array(ends.length);
		next.set(ends.subarray(0, -1), 1);
		addUp(next);
		addUp(ends);
		eachPair(crossing, (first, second, within, part, position) => {
			const number = this.#numberOf(first, second, within);
			const at = next[number] ?? 0;
			next[number] = at + 1;
			this.#papers[at] = Math.floor(part / crossing.parts);
			this.#parts[at] = part % crossing.parts;
			this.#positions[at] = position;
		});
		this.#ends = ends;
	}

	/** Where two words stand side by side; `undefined` where they do nowhere. */
	of(first: number, second: number): Pair<PairPlaces> | undefined {
		const beside = this.#placesOf(this.#numberOf(first, second, false));
		const within = this.#placesOf(this.#numberOf(first, second, true));
		return beside.papers.length + within.papers.length > 0 ? { beside, within } : undefined;
	}

	#numberOf(first: number, second: number, within: boolean): number {
		return 2 * (first * this.#count + second) + (within ? 1 : 0);
	}

	#placesOf(number: number): PairPlaces {
		const [from, to] = [number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]];
		return {
			papers: this.#papers.subarray(from, to),
			parts: this.#parts.subarray(from, to),
			positions: this.#positions.subarray(from, to),
		};
	}
}

/** Gives every two different words that stand side by side, with where the second one stands, in the order of places. */
function eachPair(
	{ begins, starts, words }: Crossing,
	found: (first: number, second: number, within: boolean, part: number, position: number) => void,
): void {
	for (let part = 0; part + 1 < begins.length; part++) {
		const begin = begins[part] ?? 0;
		const end = begins[part + 1] ?? 0;
		for (let place = begin; place < end; place++) {
			const from = starts[place] ?? 0;
			const to = starts[place + 1] ?? 0;
			const before = place === 0 ? from : (starts[place - 1] ?? 0);
			for (let at = from; at < to; at++) {
				const second = words[at] ?? 0;
				for (let other = before; other < to; other++) {
					const first = words[other] ?? 0;
					// The second is counted as often as it stands there (“GraphGraph”), the first once.
					const isAgain = words[other - 1] === first && other !== before && other !== from;
					if (first === second || isAgain) continue;
					found(first, second, other >= from, part, place - begin);
				}
			}
		}
	}
}
