import { type Choice, type FacetValue, FILTERS, type FilterName } from "../../search/filters.ts";
import { button, element } from "./dom.ts";
import { type Finding, facetOf } from "./engine.ts";
import { FILTER_NAMES, valueLabel } from "./labels.ts";

/** Values shown before the reader asks for all. */
const FIRST_VALUES = 8;

/** Filters whose lists are long: they are loaded when they are opened. */
const LAZY: ReadonlySet<FilterName> = new Set(["author"]);

/** The filters beside the results, with counts that follow the query. */
export class FacetPanel {
	readonly #place: HTMLElement;
	readonly #choose: (choice: Choice) => void;
	readonly #chooseYears: (range: string) => void;
	readonly #fail: (cause: unknown) => void;
	readonly #opened = new Set<FilterName>(["topic", "year", "organization", "has"]);
	readonly #whole = new Set<FilterName>();
	#finding: Finding | undefined;

	/**
	 * `choose` puts a choice in or takes it out; `chooseYears` asks for a range, or for none where it
	 * is empty; `fail` is told why a filter that was opened cannot be shown.
	 */
	constructor(
		place: HTMLElement,
		choose: (choice: Choice) => void,
		chooseYears: (range: string) => void,
		fail: (cause: unknown) => void,
	) {
		this.#place = place;
		this.#choose = choose;
		this.#chooseYears = chooseYears;
		this.#fail = fail;
	}

	/** Shows the filters of a finding. Rejects with a FileProblem where a list cannot be had. */
	async show(finding: Finding | undefined): Promise<void> {
		this.#finding = finding;
		if (!finding) return this.#place.replaceChildren();
		const names = FILTERS.filter((filter) => finding.files.contents.filters[filter]);
		const facets = await Promise.all(names.map((filter) => this.#facet(finding, filter))).catch(
			(cause) => {
				// The others can be shown again without those that are only loaded when they are opened.
				for (const filter of LAZY) this.#opened.delete(filter);
				throw cause;
			},
		);
		if (finding !== this.#finding) return;
		const focused = document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key;
		this.#place.replaceChildren(...facets.flat());
		if (focused)
			this.#place.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
	}

	async #facet(finding: Finding, filter: FilterName): Promise<HTMLElement[]> {
		const open = this.#opened.has(filter);
		const values = open || !LAZY.has(filter) ? await facetOf(finding, filter) : [];
		if (open && values.length === 0) return [];
		const details = element("details", { class: "facet" });
		details.open = open;
		details.append(
			element("summary", { "data-key": `${filter}:` }, FILTER_NAMES[filter]),
			...(filter === "year" ? this.#years(finding, values) : []),
			this.#values(finding, filter, values),
		);
		details.addEventListener("toggle", () => {
			if (details.open === this.#opened.has(filter)) return;
			if (details.open) this.#opened.add(filter);
			else this.#opened.delete(filter);
			if (LAZY.has(filter)) void this.show(this.#finding).catch(this.#fail);
		});
		return [details];
	}

	#values(finding: Finding, filter: FilterName, values: readonly FacetValue[]): HTMLElement {
		const all = this.#whole.has(filter);
		const ordered =
			filter === "year" ? [...values].sort((a, b) => (a.value < b.value ? 1 : -1)) : values;
		const list = element("ul", { role: "list" });
		for (const value of all ? ordered : ordered.slice(0, FIRST_VALUES)) {
			list.append(this.#value(finding, filter, value));
		}
		if (ordered.length > FIRST_VALUES && !all) {
			const show = button(
				`Show all ${ordered.length}`,
				() => {
					this.#whole.add(filter);
					void this.show(this.#finding).catch(this.#fail);
				},
				{ class: "all", "data-key": `${filter}:all` },
			);
			list.append(element("li", {}, show));
		}
		return list;
	}

	#value(finding: Finding, filter: FilterName, { value, count }: FacetValue): HTMLElement {
		const label = valueLabel(filter, value, new Map(finding.files.contents.topics));
		const has = (exclude: boolean) =>
			finding.state.choices.some(
				(one) => one.filter === filter && one.value === value && one.exclude === exclude,
			);
		const key = `${filter}:${value}`;
		const box = element("input", { type: "checkbox", "data-key": key });
		box.checked = has(false);
		box.addEventListener("change", () => this.#choose({ filter, value, exclude: false }));
		const excluded = has(true);
		const leaveOut = button("−", () => this.#choose({ filter, value, exclude: true }), {
			class: "leave-out",
			"aria-label": `Leave out ${label}`,
			"aria-pressed": String(excluded),
			title: `Leave out ${label}`,
			"data-key": `${key}:not`,
		});
		return element(
			"li",
			excluded ? { class: "excluded" } : {},
			element(
				"label",
				{},
				box,
				element("span", { class: "name", dir: "auto" }, label),
				element("span", { class: "count" }, excluded ? "" : count.toLocaleString("en")),
			),
			leaveOut,
		);
	}

	/** Two lists of years: from and to. */
	#years({ state }: Finding, values: readonly FacetValue[]): HTMLElement[] {
		const years = values.map(({ value }) => value).filter((value) => value !== "undated");
		if (years.length < 3) return [];
		years.sort();
		const range = state.choices.find((one) => one.filter === "year" && one.value.includes(".."));
		const [from = "", to = ""] = range?.value.split("..") ?? [];
		const lists = [from, to].map((chosen, index) => {
			const label = index === 0 ? "from" : "to";
			const list = element("select", {
				"aria-label": `Year ${label}`,
				"data-key": `year:${label}`,
			});
			list.add(new Option(label, ""));
			for (const year of new Set([...years, ...(chosen ? [chosen] : [])])) {
				list.add(new Option(year, year, false, year === chosen));
			}
			return list;
		});
		const [first, last] = lists;
		const changed = () => {
			const ends = [first?.value ?? "", last?.value ?? ""];
			if (ends[0] && ends[1] && ends[0] > ends[1]) ends.reverse();
			this.#chooseYears(ends.some(Boolean) ? ends.join("..") : "");
		};
		for (const list of lists) list.addEventListener("change", changed);
		return [element("p", { class: "range" }, ...lists)];
	}
}
