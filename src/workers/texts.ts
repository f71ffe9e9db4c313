/** Texts in memory that threads share: to hand them over takes no time, and none is a string before it is asked for. */
export interface SharedTexts {
	/** One after the other, in UTF-8. */
	bytes: Uint8Array<SharedArrayBuffer>;
	/** Where each ends. */
	ends: Uint32Array;
}

/** Puts texts, without lone surrogates, where threads share them: at most 4 GB of them. */
export function sharedTexts(texts: readonly string[]): SharedTexts {
	const sizes = texts.map((text) => Buffer.byteLength(text));
	const bytes = new Uint8Array(new SharedArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)));
	const writing = Buffer.from(bytes.buffer);
	const ends = new Uint32Array(texts.length);
	let end = 0;
	for (const [at, text] of texts.entries()) ends[at] = end += writing.write(text, end);
	return { bytes, ends };
}

/** The text at a position, from 0. */
export function textAt({ bytes, ends }: SharedTexts, at: number): string {
	return Buffer.from(bytes.buffer).toString("utf8", at === 0 ? 0 : ends[at - 1], ends[at]);
}
