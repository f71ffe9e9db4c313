import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Kept, readKept, writeKept } from "../../cache/kept.ts";
import type { StoredBlock } from "../../offline/write.ts";

/**
 * The compressed blocks of the offline copy that was packed last, in a folder of the cache: a
 * file for each part, and one that says which block is in which. `context` as in {@link readKept}.
 */
export class KeptBlocks {
	readonly #folder: string;
	readonly #context: string;
	/** Block to the name of the part that it was in. */
	readonly #before: ReadonlyMap<string, Kept<string>>;
	readonly #now = new Map<string, Kept<string>>();
	/** Names of parts whose files are as they were written, as far as is known. */
	readonly #sound: Set<string>;
	/** Blocks lie in the order in which they are asked for: the part that was read last has the next. */
	#open: { name: string; blocks: ReadonlyMap<string, Kept<StoredBlock>> } | undefined;

	constructor(folder: string, context: string) {
		this.#folder = folder;
		this.#context = context;
		this.#before = readKept<string>(this.#file("blocks"), context);
		this.#sound = new Set(Array.from(this.#before.values(), ({ value }) => value));
	}

	/** The block of this key; `undefined` if it is not kept. */
	readonly recall = (key: string): StoredBlock | undefined => {
		const name = this.#before.get(key)?.value;
		if (!name) return undefined;
		if (this.#open?.name !== name) {
			this.#open = { name, blocks: readKept<StoredBlock>(this.#file(name), this.#context) };
		}
		const block = this.#open.blocks.get(key)?.value;
		if (!block) this.#sound.delete(name);
		return block;
	};

	/** Keeps the blocks of a part; `name` says what is in it. */
	keep(name: string, blocks: ReadonlyMap<string, StoredBlock>): void {
		for (const key of blocks.keys()) this.#now.set(key, { digest: key, value: name });
		if (this.#sound.has(name)) return;
		const kept = Array.from(blocks, ([key, value]) => [key, { digest: key, value }] as const);
		writeKept(this.#file(name), this.#context, new Map(kept));
		this.#sound.add(name);
	}

	/** To be called when all parts are kept: others are forgotten. */
	save(): void {
		writeKept(this.#file("blocks"), this.#context, this.#now);
		const names = new Set(Array.from(this.#now.values(), ({ value }) => `${value}.bin`));
		try {
			for (const name of readdirSync(this.#folder)) {
				if (name !== "blocks.bin" && !names.has(name)) rmSync(path.join(this.#folder, name));
			}
		} catch {
			// What is left takes room, and is not read.
		}
	}

	#file(name: string): string {
		return path.join(this.#folder, `${name}.bin`);
	}
}
