import { findPapers, type Hit, loadEngine } from "./engine.ts";
import { resultItem } from "./results.ts";
import { isEmpty, readState, type SearchState, writeState } from "./state.ts";

const SHOWN_AT_ONCE = 10;
const TYPING_PAUSE = 120;

/**
 * `<paper-search>`: makes the form inside it search while the reader types. The
 * state lives in the address, so that a search can be shared and gone back to.
 */
class PaperSearch extends HTMLElement {
	#form!: HTMLFormElement;
	#status!: HTMLElement;
	#list!: HTMLElement;
	#more!: HTMLButtonElement;
	#hits: Hit[] = [];
	#shown = 0;
	#turn = 0;
	#timer = 0;

	connectedCallback(): void {
		this.#form = this.#part("form");
		this.#status = this.#part("[data-status]");
		this.#list = this.#part("[data-results]");
		this.#more = this.#part("[data-more]");
		this.#form.addEventListener("submit", (event) => {
			event.preventDefault();
			this.#changed("push");
		});
		this.#form.addEventListener("input", (event) => {
			clearTimeout(this.#timer);
			const typing = (event.target as HTMLInputElement).name === "q";
			this.#timer = window.setTimeout(
				() => this.#changed(typing ? "replace" : "push"),
				typing ? TYPING_PAUSE : 0,
			);
		});
		this.#more.addEventListener("click", () => this.#showMore(true));
		window.addEventListener("popstate", () => this.#follow());
		// The engine is on its way before the first key.
		this.#form.addEventListener("focusin", () => void loadEngine().catch(() => {}), { once: true });
		this.#follow();
	}

	/** Fills the form from the address, and searches. */
	#follow(): void {
		const state = readState(location.search);
		for (const field of this.#fields()) {
			const value = state[field.dataset.state as keyof SearchState] ?? "";
			if (field instanceof HTMLInputElement && field.type === "checkbox")
				field.checked = value !== "";
			else if (field instanceof HTMLSelectElement) choose(field, value);
			else field.value = value;
		}
		void this.#search(state);
	}

	/** Writes the form into the address, and searches. */
	#changed(history: "push" | "replace"): void {
		clearTimeout(this.#timer);
		const state = readState("");
		for (const field of this.#fields()) {
			const off = field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked;
			state[field.dataset.state as keyof SearchState] = off ? "" : field.value.trim();
		}
		const address = location.pathname + writeState(state);
		if (address !== location.pathname + location.search) {
			if (history === "push") window.history.pushState(null, "", address);
			else window.history.replaceState(null, "", address);
		}
		void this.#search(state);
	}

	async #search(state: SearchState): Promise<void> {
		const turn = ++this.#turn;
		if (isEmpty(state)) return this.#show([], "");
		// An index of no papers cannot be loaded.
		if (this.dataset.papers === "0") return this.#show([], summary(0, state));
		const slow = window.setTimeout(() => this.#say("Searching …"), 400);
		try {
			const hits = await findPapers(state);
			if (turn === this.#turn) await this.#show(hits, summary(hits.length, state));
		} catch (cause) {
			if (turn !== this.#turn) return;
			console.warn("search failed", cause);
			await this.#show([], "");
			this.#sayFailure();
		} finally {
			clearTimeout(slow);
		}
	}

	async #show(hits: Hit[], message: string): Promise<void> {
		this.#hits = hits;
		this.#shown = 0;
		const turn = this.#turn;
		const items = await this.#nextItems();
		if (turn !== this.#turn) return;
		this.#list.replaceChildren(...items);
		this.#say(message);
		this.#updateMore();
	}

	async #showMore(focus: boolean): Promise<void> {
		const turn = this.#turn;
		const items = await this.#nextItems();
		if (turn !== this.#turn) return;
		this.#list.append(...items);
		this.#updateMore();
		if (focus) items[0]?.querySelector("a")?.focus();
	}

	async #nextItems(): Promise<HTMLElement[]> {
		const hits = this.#hits.slice(this.#shown, this.#shown + SHOWN_AT_ONCE);
		const found = await Promise.all(hits.map((hit) => hit.data()));
		this.#shown += found.length;
		return found.map((paper) => resultItem(paper, (id) => this.#topicName(id)));
	}

	#updateMore(): void {
		const left = this.#hits.length - this.#shown;
		this.#more.hidden = left <= 0;
		this.#more.textContent = `Show ${Math.min(left, SHOWN_AT_ONCE)} more of ${left}`;
	}

	#sayFailure(): void {
		const retry = document.createElement("button");
		retry.type = "button";
		retry.textContent = "Try again";
		retry.addEventListener("click", () => this.#follow());
		this.#status.replaceChildren(
			"The search index could not be loaded. Check the connection. ",
			retry,
		);
	}

	#say(message: string): void {
		if (this.#status.textContent !== message) this.#status.textContent = message;
	}

	#topicName(id: string): string | undefined {
		const topics = this.#form.elements.namedItem("topic");
		if (!(topics instanceof HTMLSelectElement)) return undefined;
		return [...topics.options].find(({ value }) => value === id)?.dataset.name;
	}

	#fields(): (HTMLInputElement | HTMLSelectElement)[] {
		return [...this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-state]")];
	}

	#part<Part extends HTMLElement>(selector: string): Part {
		const part = this.querySelector<Part>(selector);
		if (!part) throw new Error(`<paper-search> has no ${selector}`);
		return part;
	}
}

/** Selects a value, also one that the list does not offer by itself: two topics at once, say. */
function choose(field: HTMLSelectElement, value: string): void {
	const options = [...field.options];
	if (!options.some((option) => option.value === value)) {
		const names = value.split(",").map((part) => {
			return options.find((option) => option.value === part)?.dataset.name ?? part;
		});
		field.add(new Option(names.join(" and "), value));
	}
	field.value = value;
}

function summary(count: number, state: SearchState): string {
	const papers = count === 0 ? "No papers" : count === 1 ? "1 paper" : `${count} papers`;
	const filtered = writeState({ ...state, query: "", sort: "" }) ? " with these filters" : "";
	return `${papers}${state.query ? ` for “${state.query}”` : ""}${filtered}`;
}

customElements.define("paper-search", PaperSearch);
