import { read, write } from "../storage.ts";

/** A visit ends when the site has been left alone for so long. */
const VISIT_ENDS = 60 * 60 * 1000;

/**
 * Marks papers that were listed since the last visit. `visit` keeps two times in
 * the browser: when the last visit ended, and when this one was last active.
 */
export function markNew(now = Date.now()): void {
	const [ended = 0, active = 0] = (read("visit") ?? "").split(" ").map(Number);
	const last = active > 0 && now - active > VISIT_ENDS ? active : ended;
	write("visit", `${last} ${now}`);
	if (!last) return;
	const since = new Date(last).toISOString().slice(0, 10);
	for (const item of document.querySelectorAll<HTMLElement>("[data-listed]")) {
		if ((item.dataset.listed ?? "") < since) continue;
		// Nothing moves: the mark stands in the margin, and its words are for screen readers.
		item.classList.add("is-new");
		const words = document.createElement("span");
		words.className = "hidden";
		words.textContent = "New since your last visit";
		item.querySelector(".credits")?.prepend(words);
	}
}
