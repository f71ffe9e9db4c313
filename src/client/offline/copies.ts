import { typeOf } from "../../offline/files.ts";
import type { Manifest } from "../../offline/manifest.ts";
import { DamagedPack } from "../../offline/pack.ts";
import { openPack, type Pack } from "../../offline/read.ts";
import type { Copy, Store } from "./store.ts";

/** The copies that are on this device, open for reading. */
export class Copies {
	readonly #store: Store;
	readonly #open = new Map<string, Promise<Pack>>();

	constructor(store: Store) {
		this.#store = store;
	}

	/** The copy that pages are answered from. */
	current(): Promise<Copy | undefined> {
		return this.#store.get("current");
	}

	/**
	 * A file of a set as an answer; `undefined` when the set has no such file, is gone, or is
	 * damaged there. Damage is written down, so that the page on offline reading can tell.
	 */
	async answer(set: string, path: string): Promise<Response | undefined> {
		try {
			const bytes = await (await this.#pack(set))?.read(path);
			return bytes && new Response(bytes, { headers: { "content-type": typeOf(path) } });
		} catch (cause) {
			if (!(cause instanceof Error)) throw cause;
			this.#open.delete(set);
			await this.#store.set("damaged", { set, message: cause.message });
			return undefined;
		}
	}

	/** Whether a set has a file; false where that cannot be told. */
	async has(set: string, path: string): Promise<boolean> {
		try {
			return (await this.#pack(set))?.has(path) ?? false;
		} catch {
			return false;
		}
	}

	/** A file out of any set that has it: for files whose name is their content. */
	async answerFromAny(path: string): Promise<Response | undefined> {
		const current = (await this.current())?.manifest;
		for (const set of [current?.set ?? "", ...(await this.#store.names("held/"))]) {
			if (await this.has(set, path)) {
				const answer = await this.answer(set, path);
				if (answer) return answer;
			}
		}
		return undefined;
	}

	/**
	 * Deletes what no copy needs: that is, neither the current one, nor one that is being
	 * downloaded, nor those that open pages came from.
	 */
	async tidy(inUse: ReadonlySet<string>): Promise<void> {
		const needed = [(await this.current())?.manifest, await this.#store.get("pending")];
		for (const set of await this.#store.names("held/")) {
			if (inUse.has(set)) needed.push(await this.#store.get<Manifest>(`held/${set}`));
			else {
				await this.#store.delete(`held/${set}`);
				this.#open.delete(set);
			}
		}
		const paths = new Set(
			needed.flatMap((manifest) => manifest?.parts ?? []).map(({ path }) => path),
		);
		const parts = await this.#store.open("parts");
		for (const request of await parts.keys()) {
			const path = new URL(request.url).pathname.slice(this.#store.base.length);
			if (!paths.has(path)) await parts.delete(request);
		}
	}

	async #pack(set: string): Promise<Pack | undefined> {
		const current = (await this.current())?.manifest;
		const manifest =
			current?.set === set ? current : await this.#store.get<Manifest>(`held/${set}`);
		// Looked up each time: a copy that the reader removed is gone, even if it is still open here.
		if (!manifest) {
			this.#open.delete(set);
			return undefined;
		}
		const open =
			this.#open.get(set) ??
			openPack(manifest.parts.length, async (number) => {
				const part = manifest.parts[number];
				const blob = part && (await this.#store.part(part));
				if (blob && blob.size !== part.bytes) {
					throw new DamagedPack(
						`part ${number + 1} has ${blob.size} bytes instead of ${part.bytes}`,
					);
				}
				return blob;
			});
		this.#open.set(set, open);
		open.catch(() => this.#open.delete(set));
		return open;
	}
}
