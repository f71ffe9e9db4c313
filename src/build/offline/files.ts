import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { digestOf, type Kept } from "../../cache/kept.ts";
import type { OnDisk } from "../../cache/on-disk.ts";
import { type FactFinder, type Facts, factsOf, type Role } from "../../offline/facts.ts";
import { belongsToCopy } from "../../offline/files.ts";
import { type Piece, piecesOf, textOf } from "../../offline/pieces.ts";
import type { SiteFile } from "../../offline/place.ts";
import { compare } from "../../paper/issues.ts";

/**
 * Facts of files with the digest of their bytes, by role, inode, size and time of change: a file
 * of which these are the same is not read again.
 */
export type KeptFacts = ReadonlyMap<string, Kept<Facts>>;

/**
 * So many files are read before it is looked up whether their bytes are known by another name: to make
 * the list of these takes as long as to read so many.
 */
const FEW = 300;

/** The files of a site that belong to its offline copy, and the facts to keep for the next time. */
export class SiteFiles {
	readonly facts = new Map<string, Kept<Facts>>();
	readonly #files = new Map<string, SiteFile>();
	readonly #folder: string;
	readonly #papers: ReadonlySet<string>;
	readonly #kept: KeptFacts;
	readonly #pieces: Pieces;
	#read = 0;
	#sameBytes: ReadonlyMap<string, Kept<Facts>> | undefined;

	/** A site in `folder` under a base path; `papers` are the paths of the pages of papers. */
	constructor(folder: string, base: string, papers: ReadonlySet<string>, kept: KeptFacts) {
		this.#folder = folder;
		this.#papers = papers;
		this.#kept = kept;
		this.#pieces = new Pieces(base);
		for (const { value } of kept.values()) {
			for (const piece of value.pieces ?? []) this.#pieces.add(piece);
		}
	}

	get all(): SiteFile[] {
		return [...this.#files.values()];
	}

	/** Adds those that belong to the copy; of files of one name the last is taken. */
	add(found: Iterable<OnDisk>): void {
		const ours = Array.from(found).filter(({ name }) => belongsToCopy(name));
		// They lie in the order of their names: to sort what is sorted takes no time, when all wait for it.
		ours.sort((a, b) => compare(a.name, b.name));
		for (const file of ours) this.#files.set(file.name, this.#siteFile(file));
	}

	/** Takes away files that were added, by their names. */
	remove(names: Iterable<string>): void {
		for (const name of names) this.#files.delete(name);
	}

	#siteFile({ name, inode, bytes: size, changed }: OnDisk): SiteFile {
		// To join 30,000 paths takes a while, and few files are read.
		const stored = () => readFileSync(path.join(this.#folder, name));
		const role = roleOf(name, this.#papers);
		const place = `${role} ${inode} ${size} ${changed}`;
		const known = this.#kept.get(place) ?? this.#factsOf(role, stored());
		this.facts.set(place, known);
		const pieces = this.#pieces;
		const bytes = () => plain(role, stored());
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

	#factsOf(role: Role, stored: Uint8Array<ArrayBuffer>): Kept<Facts> {
		const digest = digestOf(stored);
		this.#read += 1;
		if (this.#read > FEW) this.#sameBytes ??= this.#keptByBytes();
		const known = this.#sameBytes?.get(`${role} ${digest}`);
		return known ?? { digest, value: factsOf(role, plain(role, stored), this.#pieces) };
	}

	/** What is kept, by roles and digests of bytes. */
	#keptByBytes(): ReadonlyMap<string, Kept<Facts>> {
		const byBytes = new Map<string, Kept<Facts>>();
		for (const [place, kept] of this.#kept) {
			byBytes.set(`${place.slice(0, place.indexOf(" "))} ${kept.digest}`, kept);
		}
		return byBytes;
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
