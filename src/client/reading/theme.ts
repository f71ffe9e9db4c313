import { read, write } from "../storage.ts";

/** Lets the reader set the theme; left alone, it follows the system. */
export function startTheme(): void {
	for (const part of document.querySelectorAll<HTMLElement>("[data-settings]")) part.hidden = false;
	const choice = document.querySelector<HTMLSelectElement>("[data-theme-choice]");
	if (!choice) return;
	choice.value = read("theme") ?? "";
	choice.addEventListener("change", () => {
		write("theme", choice.value);
		if (choice.value) document.documentElement.dataset.theme = choice.value;
		else delete document.documentElement.dataset.theme;
	});
}
