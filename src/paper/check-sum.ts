/** FNV-1a of 32 bits over UTF-8 (https://www.rfc-editor.org/rfc/rfc9923): the same everywhere, and no secret. */
export function checkSum(text: string): number {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) {
		hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	}
	return hash;
}
