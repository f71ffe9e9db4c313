import { write } from "../storage.ts";

/** Lists of papers, comfortable or dense: titles and bylines alone. */
export function startView(): void {
	const root = document.documentElement;
	for (const button of document.querySelectorAll<HTMLButtonElement>("[data-view-toggle]")) {
		const show = () => button.setAttribute("aria-pressed", String(root.dataset.view === "dense"));
		button.hidden = false;
		show();
		button.addEventListener("click", () => {
			if (root.dataset.view === "dense") delete root.dataset.view;
			else root.dataset.view = "dense";
			write("view", root.dataset.view ?? "");
			show();
		});
	}
}
