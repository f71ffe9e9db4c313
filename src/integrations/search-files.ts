import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { withoutMark } from "../search/pagefind-files.ts";

/** Files of a search index: path within `pagefind/` to bytes. */
export type SearchFiles = Map<string, Uint8Array>;

/** Characters of a SHA-256 that name a file: 64 bits. */
export const NAME_LENGTH = 16;

/** Packs a file, adds it under the name that its bytes give, and returns that name. */
export function add(
	bundle: SearchFiles,
	folder: string,
	extension: string,
	content: Uint8Array,
	prefix = "",
): string {
	const packed = pack(content);
	const name = nameOf(packed);
	bundle.set(`${folder && `${folder}/`}${prefix}${name}.${extension}`, packed);
	return name;
}

/** The content of one of Pagefind's files. Throws where it is not there, or none of Pagefind's. */
export function unpack(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
	const packed = files.get(name);
	if (!packed) throw new Error(`Pagefind has not written ${name}`);
	return withoutMark(gunzipSync(packed));
}

/** The same bytes on every machine: the header of gzip holds neither time nor system. */
export function pack(content: Uint8Array): Uint8Array {
	const packed = gzipSync(content, { level: 9 });
	packed[9] = 255;
	return packed;
}

/** The name that its bytes give to a file. */
export function nameOf(packed: Uint8Array): string {
	return createHash("sha256").update(packed).digest("hex").slice(0, NAME_LENGTH);
}
