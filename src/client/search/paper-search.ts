import type { Choice } from "../../search/filters.ts";
import { startCiteList } from "../citing/list.ts";
import { followArrows } from "./arrows.ts";
import { button, element } from "./dom.ts";
import { find, idsOf, isOutdated, openIndex } from "./engine.ts";
import { FacetPanel } from "./facet-panel.ts";
import { FileProblem } from "./files.ts";
import { choiceLabel } from "./labels.ts";
import { failureMessage } from "./messages.ts";
import { ResultList } from "./result-list.ts";
import { isEmpty, readState, type SearchState, toggled, writeState } from "./state.ts";

/** Milliseconds without a key after which the filters follow. */
const FACETS_PAUSE = 120;

/**
 * `<paper-search>`: makes the form inside it search while the reader types. The
 * state lives in the address, so that a search can be shared and gone back to.
 */
class PaperSearch extends HTMLElement {
	#box!: HTMLInputElement;
	#sort!: HTMLSelectElement;
	#chips!: HTMLElement;
	#panel!: HTMLDetailsElement;
	#results!: ResultList;
	#facets!: FacetPanel;
	#topics: ReadonlyMap<string, string> = new Map();
	#turn = 0;

	connectedCallback(): void {
		const form = this.#part<HTMLFormElement>("form");
		this.#box = this.#part("[data-search-box]");
		this.#sort = this.#part("[data-sort]");
		this.#chips = this.#part("[data-chips]");
		this.#panel = this.#part("[data-panel]");
		this.#results = new ResultList(
			{
				status: this.#part("[data-status]"),
				notes: this.#part("[data-notes]"),
				list: this.#part("[data-results]"),
				more: this.#part("[data-more]"),
			},
			() => void this.#search(this.#state()),
		);
		this.#facets = new FacetPanel(
			this.#part("[data-facets]"),
			(choice) => this.#go(toggled(this.#state(), choice), "push"),
			(range) => this.#goYears(range),
			(cause) => void this.#failFacets(cause),
		);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			this.#typed("push");
		});
		this.#box.addEventListener("input", () => this.#typed("replace"));
		this.#sort.addEventListener("change", () => this.#typed("push"));
		window.addEventListener("popstate", () => this.#follow());
		followArrows(this, this.#box);
		const found = async () => (this.#results.finding ? idsOf(this.#results.finding) : []);
		startCiteList(this, found, "found-papers");
		// There is room beside the results on wide screens.
		this.#panel.open = matchMedia("(min-width: 60rem)").matches;
		// The index is on its way before the first key.
		void openIndex().catch(() => {});
		// What was typed before this program came is not lost.
		if (this.#box.value.trim() && isEmpty(this.#state())) this.#typed("replace");
		else this.#follow();
	}

	#state(): SearchState {
		return readState(location.search);
	}

	/** Fills the form from the address, and searches. */
	#follow(): void {
		const state = this.#state();
		if (this.#box.value.trim() !== state.query) this.#box.value = state.query;
		this.#sort.value = state.sort;
		void this.#search(state);
	}

	#typed(history: "push" | "replace"): void {
		const sort = this.#sort.value as SearchState["sort"];
		this.#go({ ...this.#state(), query: this.#box.value.trim(), sort }, history);
	}

	/** A range of years takes the place of the one before. */
	#goYears(range: string): void {
		const state = this.#state();
		const choices = state.choices.filter(
			({ filter, value }) => filter !== "year" || !value.includes(".."),
		);
		const years: Choice = { filter: "year", value: range, exclude: false };
		this.#go({ ...state, choices: range ? [...choices, years] : choices }, "push");
	}

	/** Writes a state into the address, and searches. */
	#go(state: SearchState, history: "push" | "replace"): void {
		const address = location.pathname + writeState(state);
		if (address !== location.pathname + location.search) {
			if (history === "push") window.history.pushState(null, "", address);
			else window.history.replaceState(null, "", address);
		}
		void this.#search(state);
	}

	async #search(state: SearchState): Promise<void> {
		const turn = ++this.#turn;
		this.#showChips(state);
		this.#showPlace(isEmpty(state));
		const found = await this.#results.show(state);
		if (turn !== this.#turn) return;
		if (found) {
			this.#topics = new Map(found.files.contents.topics);
			this.#showChips(state);
		}
		await new Promise((resolve) => setTimeout(resolve, FACETS_PAUSE));
		if (turn !== this.#turn) return;
		try {
			// Where nothing is asked, the filters are a way to begin.
			await this.#facets.show(isEmpty(state) ? await find(state) : found);
		} catch (cause) {
			if (turn === this.#turn) await this.#failFacets(cause);
		}
	}

	/** What can be asked stands where the results will be. */
	#showPlace(empty: boolean): void {
		const results = this.#part("section");
		if (results.hidden === empty) return;
		results.hidden = empty;
		this.#part<HTMLDetailsElement>("[data-help]").open = empty;
	}

	/** The filters cannot be shown; papers may stand beside them. */
	async #failFacets(cause: unknown): Promise<void> {
		if (!(cause instanceof FileProblem)) throw cause;
		const search = () => this.#search(this.#state());
		if (await openIndex().then(isOutdated, () => false)) return search();
		this.#part("[data-facets]").replaceChildren(
			element("p", {}, failureMessage(cause)),
			element(
				"p",
				{ class: "actions" },
				button("Try again", () => void search()),
			),
		);
	}

	/** What the results are filtered by, each to be taken away. */
	#showChips(state: SearchState): void {
		const chips = state.choices.map((choice) => {
			const label = choiceLabel(choice, this.#topics);
			const chip = button(
				"",
				() => {
					this.#go(toggled(this.#state(), choice), "push");
					this.#box.focus();
				},
				{ class: "chip", "aria-label": `Take away the filter ${label}` },
			);
			chip.append(
				element("span", { dir: "auto" }, label),
				element("span", { "aria-hidden": "true" }, "×"),
			);
			return element("li", {}, chip);
		});
		if (chips.length > 1) {
			const all = button("Take away all", () =>
				this.#go({ ...this.#state(), choices: [] }, "push"),
			);
			chips.push(element("li", {}, all));
		}
		this.#chips.replaceChildren(...chips);
		this.#chips.hidden = chips.length === 0;
	}

	#part<Part extends HTMLElement>(selector: string): Part {
		const part = this.querySelector<Part>(selector);
		if (!part) throw new Error(`<paper-search> has no ${selector}`);
		return part;
	}
}

customElements.define("paper-search", PaperSearch);
