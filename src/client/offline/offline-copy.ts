import type { Manifest } from "../../offline/manifest.ts";
import { read, write } from "../storage.ts";
import { publishedManifest } from "./download.ts";
import { base, canKeep, register, tidy } from "./registration.ts";
import { type Copy, Store } from "./store.ts";
import { damagedParts, partsHere, takeCopy } from "./taking.ts";
import { UPDATED } from "./updating.ts";
import { age, day, size, sizeOf } from "./words.ts";

/** Screen readers are told of a download so many times, not at every byte. */
const TOLD = 4;

/** The buttons, by their `data-do`. */
type Action = "take" | "stop" | "look" | "check" | "repair" | "remove";

/**
 * `<offline-copy>`: takes the collection into this browser, shows what is there, updates,
 * checks and removes it. It finds its parts in the page, where they stand in working order.
 */
class OfflineCopy extends HTMLElement {
	readonly #store = new Store(base);
	#published: Manifest | undefined;
	#running: AbortController | undefined;
	#sure = false;

	connectedCallback(): void {
		if (!canKeep()) {
			this.#say(
				isSecureContext
					? "This browser keeps no pages: it may be a private window. The file below works all the same."
					: "A browser keeps pages only of sites whose address begins with https. The file below works all the same.",
			);
			return;
		}
		this.addEventListener("click", (event) => {
			const button = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
			if (button) void this.#do(button.dataset.do as Action);
		});
		document.addEventListener(UPDATED, () => void this.#show());
		void this.#begin();
	}

	async #begin(): Promise<void> {
		// The update in the background may have failed, on whatever page that was.
		this.#say(read("offline-failed") ?? "");
		await this.#show();
		try {
			this.#published = await publishedManifest(base);
		} catch (cause) {
			if (!(await this.#store.get("current"))) this.#say((cause as Error).message);
		}
		await this.#show();
		await register().catch((cause: Error) =>
			this.#say(
				`This browser refused the service worker, without which no page opens offline: ${cause.message}`,
			),
		);
	}

	async #do(action: Action): Promise<void> {
		if (action === "stop") return this.#running?.abort();
		if (this.#running) return;
		const sure = this.#sure;
		this.#sure = false;
		try {
			if (action === "take" || action === "repair") await this.#take();
			if (action === "look") await this.#look();
			if (action === "check") await this.#check();
			if (action === "remove") {
				if (sure) await this.#remove();
				else this.#sure = true;
			}
		} catch (cause) {
			this.#say((cause as Error).message);
		}
		await this.#show();
	}

	async #take(): Promise<void> {
		this.#running = new AbortController();
		this.#say("Downloading.");
		await this.#show();
		// The browser may then not clear it away when the device runs short of room.
		void navigator.storage?.persist?.();
		let told = 0;
		const onProgress = (here: number, all: number) => {
			this.#progress(here, all);
			const part = Math.floor((here / all) * TOLD);
			if (part > told && part < TOLD) this.#say(`${Math.round((part / TOLD) * 100)} % downloaded.`);
			told = Math.max(told, part);
		};
		try {
			const { signal } = this.#running;
			this.#published = (await takeCopy(this.#store, { onProgress, signal }))?.manifest;
			write("offline-failed", "");
			this.#say("Done. The collection opens without a connection now, search included.");
			await tidy();
		} catch (cause) {
			if ((cause as DOMException).name !== "AbortError") throw cause;
			this.#say("Stopped. What has come is kept.");
		} finally {
			this.#running = undefined;
		}
	}

	async #look(): Promise<void> {
		this.#published = await publishedManifest(base);
		const copy = await this.#store.get("current");
		const same = copy?.manifest.set === this.#published.set;
		this.#say(same ? "The copy is the site as it is now." : "The site has changed since.");
	}

	async #check(): Promise<void> {
		const copy = await this.#store.get("current");
		if (!copy) return;
		this.#say("Reading every byte of the copy.");
		const { set, parts } = copy.manifest;
		const damaged = await damagedParts(this.#store, copy.manifest);
		if (damaged.length === 0) {
			await this.#store.delete("damaged");
			this.#say("The copy is whole.");
		} else {
			const [part, are] = damaged.length === 1 ? ["part", "is"] : ["parts", "are"];
			const message = `${damaged.length} ${part} of ${parts.length} ${are} missing or changed`;
			await this.#store.set("damaged", { set, message });
			this.#say("");
		}
	}

	async #remove(): Promise<void> {
		await this.#store.clear();
		this.#say("The copy was removed. Pages that you have opened are still kept.");
	}

	/** Shows what is there, and what can be done with it. */
	async #show(): Promise<void> {
		const copy = (await this.#store.get("current")) ?? undefined;
		const damage = await this.#store.get("damaged");
		const pending = await this.#store.get("pending");
		const published = this.#published;
		const damaged = copy && damage?.set === copy.manifest.set;
		const changed = copy && published && published.set !== copy.manifest.set;
		const next = published ?? pending ?? copy?.manifest;
		const here = pending ? await partsHere(this.#store, next ?? pending) : [];
		const bytesHere = here.reduce((sum, { bytes }) => sum + bytes, 0);

		this.#text("facts", copy ? facts(copy) : "The collection is not in this browser.");
		this.#text(
			"damage",
			damaged
				? `The copy is damaged: ${damage.message}. Repair it while there is a connection.`
				: "",
		);
		const take = copy ? "Update the copy" : "Take this collection offline";
		this.#button(
			"take",
			!copy || Boolean(changed) || Boolean(pending && !damaged),
			bytesHere > 0 && next
				? `Continue: ${sizeOf(bytesHere, next.bytes)} are here`
				: `${take}${published ? ` (${size(published.bytes)})` : ""}`,
		);
		this.#button("look", Boolean(copy) && !changed);
		this.#button("check", Boolean(copy) && !damaged);
		this.#button("repair", Boolean(damaged));
		this.#button(
			"remove",
			Boolean(copy) || here.length > 0,
			this.#sure ? "Press again to remove it" : "Remove the copy",
		);
		this.#button("stop", false);
		const bar = this.#part("bar");
		if (bar) bar.hidden = !this.#running;
	}

	#progress(here: number, all: number): void {
		const progress = this.querySelector("progress");
		if (progress) progress.value = here / all;
		this.#text("figures", sizeOf(here, all));
	}

	#button(action: Action, shown: boolean, label?: string): void {
		const button = this.querySelector<HTMLButtonElement>(`[data-do="${action}"]`);
		if (!button) return;
		const running = this.#running !== undefined;
		button.hidden = running ? action !== "stop" : !shown;
		if (label) button.textContent = label;
	}

	#say(text: string): void {
		this.#text("status", text);
	}

	#text(name: string, text: string): void {
		const part = this.#part(name);
		if (!part) return;
		part.textContent = text;
		if (name !== "status") part.hidden = !text;
	}

	#part(name: string): HTMLElement | null {
		return this.querySelector<HTMLElement>(`[data-${name}]`);
	}
}

function facts({ taken, manifest: { papers, pages, bytes } }: Copy): string {
	const count = (number: number, one: string, many: string) =>
		`${new Intl.NumberFormat("en-GB").format(number)} ${number === 1 ? one : many}`;
	return `A copy of ${day(taken)} is in this browser, ${age(taken)}: ${count(papers, "paper", "papers")} on ${count(pages, "page", "pages")}, ${size(bytes)}.`;
}

customElements.define("offline-copy", OfflineCopy);
