import type { Origin } from "./origin.ts";
import type { Store } from "./store.ts";

/** A page that is being loaded is not listed among the open ones yet. */
const LOADING = 5_000;

interface Remembered {
	origin: Origin;
	/** When the page was answered, in milliseconds since 1970. */
	at: number;
}

/**
 * Which open page came from where. What did not come from the network is written down: a
 * worker is stopped and started as the browser likes, and must not forget.
 */
export class PageOrigins {
	readonly #store: Store;
	readonly #known = new Map<string, Origin>();

	constructor(store: Store) {
		this.#store = store;
	}

	/** Call before the page is answered; the promise is settled when it is written down. */
	async remember(client: string, origin: Origin): Promise<void> {
		if (!client) return;
		this.#known.set(client, origin);
		if (origin.from === "network") return;
		const remembered: Remembered = { origin, at: Date.now() };
		await this.#store.set(`client/${client}`, remembered);
	}

	async of(client: string): Promise<Origin> {
		const known = this.#known.get(client);
		if (known) return known;
		const remembered = await this.#store.get<Remembered>(`client/${client}`);
		const origin = remembered?.origin ?? { from: "network" };
		this.#known.set(client, origin);
		return origin;
	}

	/** Forgets pages that are closed, and gives the sets that open ones came from. */
	async setsInUse(open: ReadonlySet<string>): Promise<Set<string>> {
		const sets = new Set<string>();
		for (const client of this.#known.keys()) if (!open.has(client)) this.#known.delete(client);
		for (const client of await this.#store.names("client/")) {
			const remembered = await this.#store.get<Remembered>(`client/${client}`);
			const isOpen = open.has(client) || Date.now() - (remembered?.at ?? 0) < LOADING;
			if (!isOpen) await this.#store.delete(`client/${client}`);
			else if (remembered?.origin.from === "copy") sets.add(remembered.origin.set);
		}
		return sets;
	}
}
