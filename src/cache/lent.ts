/** Where it is noted which bytes are lent: pages are bundled apart from what writes them. */
const LENT = Symbol.for("offprint.lent");
const everywhere = globalThis as { [LENT]?: WeakSet<Uint8Array> };

/**
 * Bytes that nobody needs once a file has been written of them. Their memory is free then: until the heap
 * is cleared the next time, lists of 100,000 papers would take a gigabyte.
 */
export function lent(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	// Small ones share their memory with others.
	const isAlone = bytes.byteLength === bytes.buffer.byteLength;
	if (isAlone) (everywhere[LENT] ??= new WeakSet()).add(bytes);
	return bytes;
}

/** To be called when a file has been written. */
export function giveBack(bytes: Uint8Array): void {
	if (everywhere[LENT]?.delete(bytes)) (bytes.buffer as ArrayBuffer).transfer(0);
}
