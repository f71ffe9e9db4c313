/** Writes a whole number: seven bits a byte, the lowest first; all bytes but the last have the eighth bit. */
export function pushNumber(bytes: number[], value: number): void {
	let rest = value;
	while (rest > 127) {
		bytes.push((rest & 127) | 128);
		rest = Math.floor(rest / 128);
	}
	bytes.push(rest);
}

/** Writes a text: the number of its bytes in UTF-8, and these. */
export function pushText(bytes: number[], text: string): void {
	const encoded = new TextEncoder().encode(text);
	pushNumber(bytes, encoded.length);
	bytes.push(...encoded);
}

/** Writes numbers that ascend: how many, and the steps from each to the next. */
export function pushAscending(bytes: number[], numbers: ArrayLike<number>): void {
	pushNumber(bytes, numbers.length);
	let before = 0;
	for (let at = 0; at < numbers.length; at++) {
		const number = numbers[at] ?? 0;
		pushNumber(bytes, number - before);
		before = number;
	}
}

/** Reads what these functions wrote. Throws a RangeError where the bytes end before, or a text is none. */
export class NumberReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** How many bytes were read. */
	get at(): number {
		return this.#at;
	}

	get ended(): boolean {
		return this.#at >= this.#bytes.length;
	}

	byte(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new RangeError("the file ends too early");
		return byte;
	}

	number(): number {
		let value = 0;
		for (let weight = 1; ; weight *= 128) {
			const byte = this.byte();
			value += (byte & 127) * weight;
			if (byte < 128) return value;
		}
	}

	text(): string {
		const length = this.number();
		if (this.#at + length > this.#bytes.length) throw new RangeError("the file ends in a text");
		const bytes = this.#bytes.subarray(this.#at, (this.#at += length));
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	}

	ascending(): number[] {
		const numbers: number[] = [];
		let last = 0;
		for (let left = this.number(); left > 0; left--) numbers.push((last += this.number()));
		return numbers;
	}
}
