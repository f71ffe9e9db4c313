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

/** Writes values one after the other. Whoever begins an array writes its items after it. */
export class CborWriter {
	#bytes = new Uint8Array(256);
	#at = 0;

	/** The beginning of an array of so many items. */
	array(length: number): this {
		return this.#head(ARRAY, length);
	}

	integer(value: number): this {
		return value < 0 ? this.#head(NEGATIVE, -1 - value) : this.#head(UNSIGNED, value);
	}

	text(value: string): this {
		const bytes = encoder.encode(value);
		return this.#head(TEXT, bytes.length).encoded(bytes);
	}

	/** Values that are encoded already. */
	encoded(bytes: Uint8Array): this {
		this.#reserve(bytes.length);
		this.#bytes.set(bytes, this.#at);
		this.#at += bytes.length;
		return this;
	}

	/** A value, and all that is in it. */
	any(value: Cbor): this {
		if (typeof value === "string") return this.text(value);
		if (typeof value === "number") return this.integer(value);
		this.array(value.length);
		for (const item of value) this.any(item);
		return this;
	}

	/** All that was written; the writer begins anew. */
	end(): Uint8Array {
		const written = this.#bytes.slice(0, this.#at);
		this.#at = 0;
		return written;
	}

	#head(major: number, value: number): this {
		const type = major << 5;
		if (value < 24) return this.#put(type | value);
		if (value < 0x100) return this.#put(type | 24, value);
		if (value < 0x10000) return this.#put(type | 25, value >> 8, value & 255);
		return this.#put(
			type | 26,
			(value >>> 24) & 255,
			(value >> 16) & 255,
			(value >> 8) & 255,
			value & 255,
		);
	}

	#put(...bytes: number[]): this {
		this.#reserve(bytes.length);
		for (const byte of bytes) this.#bytes[this.#at++] = byte;
		return this;
	}

	#reserve(length: number): void {
		if (this.#at + length <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#at + length));
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
}

/** The bytes of a value. */
export function encodeCbor(value: Cbor): Uint8Array {
	return new CborWriter().any(value).end();
}

/** The bytes of an array whose items are encoded already. */
export function encodeItems(items: readonly Uint8Array[]): Uint8Array {
	const writer = new CborWriter().array(items.length);
	for (const item of items) writer.encoded(item);
	return writer.end();
}
