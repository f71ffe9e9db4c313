/**
 * The part of CBOR (RFC 8949) that Pagefind's files use: integers, text and
 * arrays of definite length.
 */
export type Cbor = number | string | Cbor[];

const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Reads values one after the other. Every method throws a RangeError where the bytes hold something else. */
export class CborReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** Length of an array, whose items follow. */
	array(): number {
		const length = this.#head(ARRAY);
		// Every item takes a byte at least.
		if (this.#at + length > this.#bytes.length) throw new RangeError("the file ends in a list");
		return length;
	}

	/** A whole number, negative or not. */
	integer(): number {
		const major = (this.#bytes[this.#at] ?? 255) >> 5;
		return major === NEGATIVE ? -1 - this.#head(NEGATIVE) : this.#head(UNSIGNED);
	}

	text(): string {
		const length = this.#head(TEXT);
		if (this.#at + length > this.#bytes.length) throw new RangeError("the file ends in a word");
		const bytes = this.#bytes.subarray(this.#at, this.#at + length);
		this.#at += length;
		try {
			return decoder.decode(bytes);
		} catch {
			throw new RangeError(`the ${length} bytes before byte ${this.#at} are no text`);
		}
	}

	/** Where the next value begins. */
	get at(): number {
		return this.#at;
	}

	/** Passes over a value, whatever it is, and all that is in it. */
	skip(): void {
		for (let left = 1; left > 0; left--) {
			const major = (this.#bytes[this.#at] ?? 255) >> 5;
			if (major === TEXT) {
				const length = this.#head(TEXT);
				this.#at += length;
			} else if (major === ARRAY) left += this.array();
			else this.integer();
		}
		if (this.#at > this.#bytes.length) throw new RangeError("the file ends in a value");
	}

	/** Whatever comes next. */
	any(): Cbor {
		const major = (this.#bytes[this.#at] ?? 255) >> 5;
		if (major === TEXT) return this.text();
		if (major !== ARRAY) return this.integer();
		return Array.from({ length: this.array() }, () => this.any());
	}

	#head(expected: number): number {
		const bytes = this.#bytes;
		const first = bytes[this.#at++] ?? 255;
		const info = first & 31;
		if (first >> 5 !== expected) {
			throw new RangeError(`byte ${this.#at - 1} has type ${first >> 5}, expected ${expected}`);
		}
		if (info < 24) return info;
		const width = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0;
		if (width === 0 || this.#at + width > bytes.length) {
			throw new RangeError(`byte ${this.#at - 1} begins a number that is not whole`);
		}
		let value = 0;
		for (let index = 0; index < width; index++) value = value * 256 + (bytes[this.#at++] ?? 0);
		return value;
	}
}

/** The bytes of a value. */
export function encodeCbor(value: Cbor): Uint8Array {
	const parts: Uint8Array[] = [];
	write(value, parts);
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** The bytes of an array whose items are encoded already. */
export function encodeItems(items: readonly Uint8Array[]): Uint8Array {
	const parts = [head(ARRAY, items.length), ...items];
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function write(value: Cbor, parts: Uint8Array[]): void {
	if (typeof value === "string") {
		const bytes = encoder.encode(value);
		parts.push(head(TEXT, bytes.length), bytes);
	} else if (Array.isArray(value)) {
		parts.push(head(ARRAY, value.length));
		for (const item of value) write(item, parts);
	} else if (value < 0) parts.push(head(NEGATIVE, -1 - value));
	else parts.push(head(UNSIGNED, value));
}

function head(major: number, value: number): Uint8Array {
	const type = major << 5;
	if (value < 24) return Uint8Array.of(type | value);
	if (value < 0x100) return Uint8Array.of(type | 24, value);
	if (value < 0x10000) return Uint8Array.of(type | 25, value >> 8, value & 255);
	return Uint8Array.of(
		type | 26,
		(value >>> 24) & 255,
		(value >> 16) & 255,
		(value >> 8) & 255,
		value & 255,
	);
}
