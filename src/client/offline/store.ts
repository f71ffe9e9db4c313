import type { Manifest, Part } from "../../offline/manifest.ts";

/** A copy of the collection that is whole. */
export interface Copy {
	manifest: Manifest;
	/** When it was taken, in ISO 8601. */
	taken: string;
}

/** Something wrong with the copy that was noticed when it was read. */
interface Damage {
	set: string;
	message: string;
}

/** What is kept under which name. `client/…` holds an `Origin`, `held/…` a Manifest. */
interface Values {
	current: Copy;
	/** The set that is being downloaded, or whose download stopped. */
	pending: Manifest;
	damaged: Damage;
}

/**
 * What the site keeps in this browser, in Cache Storage, which pages and the service
 * worker share. Its names hold the base path: one host may serve several sites.
 */
export class Store {
	/** Base path of the site, with a slash at both ends. */
	readonly base: string;

	constructor(base: string) {
		this.base = base;
	}

	/** The cache of pages as they were seen, of files with them, or of parts of copies. */
	open(kind: "pages" | "files" | "parts"): Promise<Cache> {
		return caches.open(this.#name(kind));
	}

	async get<Key extends keyof Values>(key: Key): Promise<Values[Key] | undefined>;
	async get<Value>(key: `client/${string}` | `held/${string}`): Promise<Value | undefined>;
	async get(key: string): Promise<unknown> {
		const state = await this.#state();
		try {
			return await (await state.match(this.#url(key)))?.json();
		} catch {
			// Half written when the browser stopped: as good as not there.
			return undefined;
		}
	}

	/** One value is written whole or not at all. */
	async set(key: string, value: unknown): Promise<void> {
		const state = await this.#state();
		await state.put(this.#url(key), Response.json(value));
	}

	async delete(key: string): Promise<void> {
		const state = await this.#state();
		await state.delete(this.#url(key));
	}

	/** The names that begin with `start`, without it. */
	async names(start: string): Promise<string[]> {
		const state = await this.#state();
		const prefix = new URL(this.#url(start), location.href).href;
		return (await state.keys())
			.filter(({ url }) => url.startsWith(prefix))
			.map(({ url }) => url.slice(prefix.length));
	}

	/** A part as it is stored, or `undefined`. */
	async part({ path }: Part): Promise<Blob | undefined> {
		const parts = await this.open("parts");
		try {
			return await (await parts.match(this.base + path))?.blob();
		} catch {
			return undefined;
		}
	}

	/** Takes away the copy and what was begun of another; pages that were seen stay. */
	async clear(): Promise<void> {
		// The pointer first: nothing may point to parts that are going.
		await this.delete("current");
		for (const key of ["pending", "damaged"]) await this.delete(key);
		for (const set of await this.names("held/")) await this.delete(`held/${set}`);
		await caches.delete(this.#name("parts"));
	}

	/**
	 * Runs `work` while no other window, and not the worker, changes the copy. If one of them
	 * is at it: waits for it, or gives `undefined`, where `wait` is false.
	 */
	async alone<Result>(work: () => Promise<Result>, wait: boolean): Promise<Result | undefined> {
		const options = { ifAvailable: !wait };
		return navigator.locks.request(this.#name("copy"), options, async (lock) =>
			lock ? work() : undefined,
		);
	}

	#state(): Promise<Cache> {
		return caches.open(this.#name("state"));
	}

	#name(kind: string): string {
		return `offprint ${this.base} ${kind}`;
	}

	#url(key: string): string {
		return `${this.base}offline/state/${key}`;
	}
}
