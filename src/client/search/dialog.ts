import styles from "../../styles/search.css?inline";
import { followArrows } from "./arrows.ts";
import { element } from "./dom.ts";
import { openIndex, searchAddress } from "./engine.ts";
import { ResultList } from "./result-list.ts";
import { readState } from "./state.ts";

/** Where the address keeps the query: going back from a paper opens the dialog as it was. */
const KEPT = "#search=";

/**
 * Shows the search over the page that is open, with what was typed into the page's own box
 * until then, or with the query that the address keeps.
 */
export function openDialog(typed?: HTMLInputElement | null): void {
	const dialog = document.querySelector<HTMLDialogElement>("dialog.search-dialog") ?? build();
	const box = dialog.querySelector("input");
	if (dialog.open || !box) return;
	dialog.showModal();
	const query = typed?.value || keptQuery();
	if (typed) typed.value = "";
	if (query && query !== box.value) {
		box.value = query;
		box.dispatchEvent(new Event("input"));
	} else box.select();
}

function build(): HTMLDialogElement {
	const box = element("input", {
		type: "search",
		name: "q",
		"aria-label": "Search the papers",
		placeholder: "Search the papers",
		autocomplete: "off",
		enterkeyhint: "search",
	});
	const close = element("button", { type: "button" }, "Close");
	const form = element("form", { class: "search-form large", role: "search" }, box, close);
	const status = element("p", { class: "status label", role: "status", "aria-live": "polite" });
	const notes = element("div", { class: "notes" });
	const list = element("ol", { class: "papers", role: "list", "data-results": "" });
	const more = element("button", { class: "more", type: "button", hidden: "" });
	const whole = element(
		"a",
		{ class: "whole", href: searchAddress(stateOf("")) },
		"Filters and order",
	);
	const results = element("div", { class: "results" }, notes, list, more);
	const dialog = element(
		"dialog",
		{ class: "search-dialog", "aria-label": "Search" },
		form,
		element("div", { class: "bar" }, status, whole),
		results,
	);
	const shown = new ResultList({ status, notes, list, more });
	const search = () => {
		keepQuery(box.value.trim());
		whole.href = searchAddress(stateOf(box.value));
		void shown.show(stateOf(box.value));
	};
	box.addEventListener("input", search);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		// Enter opens the page of results, with filters and an address.
		location.href = whole.href;
	});
	close.addEventListener("click", () => dialog.close());
	dialog.addEventListener("close", () => keepQuery(""));
	dialog.addEventListener("keydown", (event) => {
		// In a box of search the browser would only empty it.
		if (event.key !== "Escape") return;
		event.preventDefault();
		dialog.close();
	});
	dialog.addEventListener("click", (event) => {
		if (event.target === dialog) dialog.close();
	});
	followArrows(dialog, box);
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(styles);
	document.adoptedStyleSheets.push(sheet);
	document.body.append(dialog);
	void openIndex().catch(() => {});
	return dialog;
}

function stateOf(query: string) {
	return { ...readState(""), query: query.trim() };
}

function keepQuery(query: string): void {
	const address = location.pathname + location.search;
	history.replaceState(null, "", query ? `${address}${KEPT}${encodeURIComponent(query)}` : address);
}

function keptQuery(): string {
	if (!location.hash.startsWith(KEPT)) return "";
	try {
		return decodeURIComponent(location.hash.slice(KEPT.length));
	} catch {
		// An address that somebody has cut off.
		return "";
	}
}
