import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { digestOf, type Kept, readKept, writeKept } from "../../cache/kept.ts";
import { isAsWritten, type Written, writtenAt } from "../../cache/last-output.ts";
import { fileOnDisk } from "../../cache/on-disk.ts";
import { type Part, partOf } from "../../offline/manifest.ts";
import type { RecalledBlock, StoredBlock, WrittenPart } from "../../offline/write.ts";

/** Where the parts of a pack go, and where those of the last one are. */
export interface PartPlaces {
	/** The site that is packed. */
	folder: string;
	/** The site that was packed last, if it is there. */
	last: string;
	/** File of the cache that says what is in its parts. */
	notes: string;
	/** As in {@link readKept}. */
	context: string;
}

/** What is noted of a part: its blocks in their order, and how it was written. */
interface NotedPart extends Part {
	blocks: Omit<StoredBlock, "read">[];
	as: Written;
}

/**
 * Parts in the offline folder of a site. A part of the same blocks as one of the last site is a hard link
 * to that, and a block that is in another part now is read from there, where files are as they were written.
 */
export class SiteParts {
	readonly #places: PartPlaces;
	/** Those of the last site, by a check sum of the keys of their blocks. */
	readonly #before: ReadonlyMap<string, Kept<NotedPart>>;
	readonly #now = new Map<string, Kept<NotedPart>>();
	readonly #blocks = new Map<string, RecalledBlock>();
	/** Blocks lie in the order in which they are asked for: the part that was read last has the next. */
	#open: { path: string; bytes: Uint8Array<ArrayBuffer> } | undefined;

	constructor(places: PartPlaces) {
		this.#places = places;
		this.#before = new Map(
			[...readKept<NotedPart>(places.notes, places.context)].filter(([, { value }]) =>
				isAsWritten(fileOnDisk(places.last, value.path), value.as),
			),
		);
		for (const { value } of this.#before.values()) {
			let at = 0;
			for (const { key, ...block } of value.blocks) {
				const [begin, end] = [at, (at += block.bytes)];
				this.#blocks.set(key, {
					...block,
					read: () => this.#bytesOf(value.path).slice(begin, end),
				});
			}
		}
	}

	/** The block of this key in the last site; `undefined` where there is none. */
	readonly recall = (key: string): RecalledBlock | undefined => this.#blocks.get(key);

	/** Puts a part into the site. */
	async put(written: WrittenPart): Promise<Part> {
		const keys = digestOf(written.blocks.map(({ key }) => key).join("\n"));
		const known = this.#before.get(keys);
		// The table is another after each change.
		if (known && !written.hasTable && this.#linked(known.value.path)) {
			this.#now.set(keys, known);
			const { path, bytes, sha256 } = known.value;
			return { path, bytes, sha256 };
		}
		const bytes = await written.bytes();
		const part = await partOf(bytes);
		const file = path.join(this.#places.folder, part.path);
		mkdirSync(path.dirname(file), { recursive: true });
		// Of two parts of the same bytes the first may be a link: nothing is written into a file that the last site shares.
		rmSync(file, { force: true });
		writeFileSync(file, bytes);
		const as = writtenAt(file);
		const blocks = written.blocks.map(({ read, ...block }) => block);
		if (as) this.#now.set(keys, { digest: keys, value: { ...part, blocks, as } });
		return part;
	}

	/** To be called when all parts are there. */
	note(): void {
		writeKept(this.#places.notes, this.#places.context, this.#now);
	}

	/** All of a part of the last site: nothing where it cannot be read. */
	#bytesOf(part: string): Uint8Array<ArrayBuffer> {
		if (this.#open?.path !== part) {
			let bytes = new Uint8Array();
			try {
				bytes = new Uint8Array(readFileSync(path.join(this.#places.last, part)));
			} catch {
				// Whoever asks finds that it is not what it was.
			}
			this.#open = { path: part, bytes };
		}
		return this.#open.bytes;
	}

	#linked(part: string): boolean {
		const file = path.join(this.#places.folder, part);
		try {
			mkdirSync(path.dirname(file), { recursive: true });
			linkSync(path.join(this.#places.last, part), file);
			return true;
		} catch {
			// On another disk it is written.
			return false;
		}
	}
}
