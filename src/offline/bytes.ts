import { DamagedPack } from "./pack.ts";

/**
 * Appends a whole number of at least 0: seven bits a byte, low bits first, the eighth bit
 * set in all bytes but the last (https://protobuf.dev/programming-guides/encoding/#varints).
 */
export function pushNumber(into: number[], value: number): void {
	let rest = value;
	while (rest > 127) {
		into.push((rest % 128) | 128);
		rest = Math.floor(rest / 128);
	}
	into.push(rest);
}

/** The bytes that `pushNumber` appends. */
export function sizeOfNumber(value: number): number {
	let size = 1;
	for (let most = 128; value >= most; most *= 128) size++;
	return size;
}

/** Reads what `pushNumber` wrote, one value after another. Throws DamagedPack at the end. */
export class Reader {
	readonly #bytes: Uint8Array;
	#at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.#bytes = bytes;
		this.#at = at;
	}

	/** Where the next value begins. */
	get at(): number {
		return this.#at;
	}

	number(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined || scale > 2 ** 49) {
				throw new DamagedPack("a number of the pack's table is cut short");
			}
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	}

	numbers(count: number): number[] {
		const values: number[] = [];
		for (let left = count; left > 0; left--) values.push(this.number());
		return values;
	}

	bytes(count: number): Uint8Array {
		const end = this.#at + count;
		if (end > this.#bytes.length) throw new DamagedPack("the pack's table is cut short");
		const part = this.#bytes.subarray(this.#at, end);
		this.#at = end;
		return part;
	}
}

/** All of `parts` in one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
