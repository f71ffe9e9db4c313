import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { digestOf, type Kept } from "../../cache/kept.ts";
import { type FactFinder, type Facts, factsOf, type Role } from "../../offline/facts.ts";
import { belongsToCopy } from "../../offline/files.ts";
import { type Piece, piecesOf, textOf } from "../../offline/pieces.ts";
import type { SiteFile } from "../../offline/place.ts";

/**
 * Facts of files with the digest of their bytes, by role, inode, size and time of change: a file
 * of which these are the same is not read again.
 */
export type KeptFacts = ReadonlyMap<string, Kept<Facts>>;

/** How a file of the site lies on the disk. */
export interface OnDisk {
	/** Path within the site. */
	name: string;
	inode: bigint;
	bytes: bigint;
	/** Nanoseconds. */
	changed: bigint;
}

/** The files of a site that is built in `folder`, or of a folder in it (with a slash at its end). */
export function filesOnDisk(folder: string, below = ""): OnDisk[] {
	return filesBelow(folder, below).flatMap((name) => fileOnDisk(folder, name) ?? []);
}

/** A file of a site by its name; nothing where there is none. */
export function fileOnDisk(folder: string, name: string): OnDisk | undefined {
	const found = statSync(path.join(folder, name), { bigint: true, throwIfNoEntry: false });
	return found && { name, inode: found.ino, bytes: found.size, changed: found.mtimeNs };
}

/**
 * The files of the built site in `folder` that belong to the copy, and the facts to keep for
 * the next time. `found` are all files of the site, `papers` the paths of the pages of papers.
 */
export function siteFiles(
	folder: string,
	base: string,
	found: readonly OnDisk[],
	papers: ReadonlySet<string>,
	kept: KeptFacts,
): { files: SiteFile[]; facts: KeptFacts } {
	const pieces = new Pieces(base);
	const sameBytes = new Map<string, Kept<Facts>>();
	for (const [place, { digest, value }] of kept) {
		sameBytes.set(`${place.slice(0, place.indexOf(" "))} ${digest}`, { digest, value });
		for (const piece of value.pieces ?? []) pieces.add(piece);
	}
	const read = (role: Role, stored: Uint8Array<ArrayBuffer>): Kept<Facts> => {
		const digest = digestOf(stored);
		const known = sameBytes.get(`${role} ${digest}`);
		return known ?? { digest, value: factsOf(role, plain(role, stored), pieces) };
	};
	const facts = new Map<string, Kept<Facts>>();
	const files = found.filter(({ name }) => belongsToCopy(name)).map(siteFile);
	return { files, facts };

	function siteFile({ name, inode, bytes: size, changed }: OnDisk): SiteFile {
		const file = path.join(folder, name);
		const role = roleOf(name, papers);
		const place = `${role} ${inode} ${size} ${changed}`;
		const known = kept.get(place) ?? read(role, readFileSync(file));
		facts.set(place, known);
		const bytes = () => plain(role, readFileSync(file));
		return {
			path: name,
			role,
			digest: known.digest,
			facts: known.value,
			read: bytes,
			piece(at) {
				const text = pieces.text(known.value.pieces?.[at]);
				return text ?? piecesOf(textOf(bytes()) ?? "")[at] ?? "";
			},
		};
	}
}

/** The pieces that are met, and the texts of those that were not known before. */
class Pieces implements FactFinder {
	readonly #base: string;
	readonly #pieces = new Map<string, Piece>();
	readonly #texts = new Map<string, string>();

	constructor(base: string) {
		this.#base = base;
	}

	add(piece: Piece): void {
		this.#pieces.set(piece.digest, piece);
	}

	pieceOf(text: string): Piece {
		const digest = digestOf(text);
		const known = this.#pieces.get(digest);
		if (known) return known;
		// A part of a text keeps the whole of it in memory: what is kept is a copy.
		const bytes = Buffer.from(text);
		this.#texts.set(digest, bytes.toString());
		const piece = { digest, bytes: bytes.length, leadsTo: this.pageOf(text) };
		this.#pieces.set(digest, piece);
		return piece;
	}

	pageOf(text: string): string | undefined {
		return pageOf(text, this.#base);
	}

	text(piece: Piece | undefined): string | undefined {
		return piece && this.#texts.get(piece.digest);
	}
}

function filesBelow(folder: string, below: string): string[] {
	return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
		const name = below + entry.name;
		if (entry.isDirectory()) return filesBelow(folder, `${name}/`);
		return entry.isFile() ? [name] : [];
	});
}

function roleOf(name: string, papers: ReadonlySet<string>): Role {
	if (papers.has(name)) return "paper";
	// Pagefind reads fragments decompressed too, and these repeat the abstracts of pages.
	if (name.startsWith("pagefind/fragment/")) return "result";
	if (/^pagefind\/.*\.p\w+$|\.png$/.test(name)) return "dense";
	return name.endsWith(".html") ? "list" : "other";
}

function plain(role: Role, stored: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	return role === "result" ? gunzipSync(stored) : stored;
}

/** The page that the first link of a piece of HTML, or the address of a search result, leads to. */
function pageOf(text: string, base: string): string | undefined {
	const link = /(?:"url":|href=)"(\/[^"]*\/)"/.exec(text)?.[1];
	if (!link) return undefined;
	const at = link.startsWith(base) ? link.slice(base.length) : link.slice(1);
	try {
		return `${decodeURIComponent(at)}index.html`;
	} catch {
		return undefined;
	}
}
