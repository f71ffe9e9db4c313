import { Coding, type PackedFile } from "./pack.ts";
import { sharedPieces, withReferences } from "./shared.ts";

/** A file of the site, as it is written. */
export interface SiteFile {
	/** Path from the site's root, without a slash before it. */
	path: string;
	/** May be read from the disk each time it is asked for: a site is larger than memory. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** True when it was gzip, and `bytes` are what it held. */
	gzip?: boolean;
}

/** Which files lie together. */
export interface Arrangement {
	/** Pages of papers, by path, in the order in which they are to lie; other files follow by path. */
	order: readonly string[];
	/** The path of the page that a text leads to first, if any: the text lies beside it. */
	pageOf(text: string): string | undefined;
}

/** Bytes that are compressed with others of their kind. */
export interface PackRecord {
	/** As those of {@link SiteFile}. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Records of different kinds share no block. */
	kind: string;
}

const utf8 = new TextEncoder();

/**
 * The records of a pack in order, and which file is which record: each paper's page with
 * what search shows of it, the pieces that lists share, by the papers they lead to, and
 * then all other files.
 */
export function placeFiles(
	files: readonly SiteFile[],
	{ order, pageOf }: Arrangement,
): { records: PackRecord[]; placed: PackedFile[] } {
	const sorted = [...files].sort((a, b) => compare(a.path, b.path));
	const rank = new Map(order.map((path, at) => [path, at]));
	const rankOf = (text: string | undefined) => rank.get(text ?? "") ?? Number.POSITIVE_INFINITY;
	const besidePapers: [number, SiteFile][] = [];
	const lists: SiteFile[] = [];
	const others: SiteFile[] = [];
	for (const file of sorted) {
		const own = rankOf(file.gzip ? pageOf(textOf(file.bytes) ?? "") : file.path);
		if (own < rank.size) besidePapers.push([own, file]);
		else if (file.path.endsWith(".html") && !file.gzip && textOf(file.bytes) !== undefined) {
			lists.push(file);
		} else others.push(file);
	}
	besidePapers.sort(([a, one], [b, other]) => a - b || compare(other.path, one.path));

	const records: PackRecord[] = [];
	const placed: PackedFile[] = [];
	const add = (bytes: Uint8Array<ArrayBuffer>, kind: string) => records.push({ bytes, kind }) - 1;
	const put = (file: SiteFile, kind: string) => {
		const record = {
			kind,
			get bytes() {
				return file.bytes;
			},
		};
		const coding = file.gzip ? Coding.gzip : Coding.plain;
		placed.push({ path: file.path, record: records.push(record) - 1, coding });
	};

	for (const [, file] of besidePapers) put(file, "papers");
	const pieces = [...sharedPieces(textsOf(lists))]
		.map((piece) => [rankOf(pageOf(piece)), piece] as const)
		.sort(([a], [b]) => (a === b ? 0 : a - b));
	const references = new Map<string, number>();
	for (const [, piece] of pieces) references.set(piece, add(utf8.encode(piece), "pieces"));
	for (const file of lists) {
		const bytes = withReferences(textOf(file.bytes) ?? "", references);
		if (bytes) placed.push({ path: file.path, record: add(bytes, "lists"), coding: Coding.shared });
		else put(file, "lists");
	}
	for (const file of others) put(file, file.path.replace(/^.*[./]/, ""));
	return { records, placed: placed.sort((a, b) => compare(a.path, b.path)) };
}

/** The texts of files, one at a time. */
function* textsOf(files: readonly SiteFile[]): Generator<string> {
	for (const { bytes } of files) yield textOf(bytes) ?? "";
}

/** The text of a file in UTF-8; `undefined` where it is none, and could not be written again as it was. */
function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
