/**
 * Cuts a sequence into groups of about `usual` bytes, from half to twice as many, where its
 * items say: an item that grows, comes or goes changes its own group and seldom the next.
 */
export class Cuts {
	readonly #usual: number;
	#filled = 0;
	#ended = false;

	constructor(usual: number) {
		this.#usual = usual;
	}

	/**
	 * Whether a new group begins with the item of so many bytes that comes next. `mark` are 32 bits
	 * that belong to the item, whatever stands around it.
	 */
	startsWith(bytes: number, mark: number): boolean {
		const starts = this.#filled > 0 && (this.#ended || this.#filled + bytes > 2 * this.#usual);
		if (starts) this.#filled = 0;
		this.#filled += bytes;
		const share = bytes / (this.#usual / 2);
		this.#ended = this.#filled >= this.#usual / 2 && mark < share * 2 ** 32;
		return starts;
	}
}

/** 32 bits of a name: FNV-1a, and the finish of MurmurHash3, since names that are alike shall differ. */
export function markOf(name: string): number {
	let mark = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) {
		mark = Math.imul(mark ^ name.charCodeAt(at), 0x01000193);
	}
	mark = Math.imul(mark ^ (mark >>> 16), 0x85ebca6b);
	mark = Math.imul(mark ^ (mark >>> 13), 0xc2b2ae35);
	return (mark ^ (mark >>> 16)) >>> 0;
}
