import { publishedAddress, type SavedPaper, savedPapers, toggleSaved } from "./saved.ts";

/** Brings to life the button “Save” of every paper, on its own page and in lists. */
export function startSaving(): void {
	const saved = new Set(savedPapers().map(({ url }) => url));
	for (const item of document.querySelectorAll<HTMLElement>("[data-paper]")) {
		const button = item.querySelector<HTMLButtonElement>("[data-save]");
		const paper = paperOf(item);
		if (!button || !paper) continue;
		button.hidden = false;
		const show = (on: boolean) => {
			button.textContent = on ? "Saved" : "Save";
			button.setAttribute("aria-pressed", String(on));
			button.setAttribute("aria-label", `${button.textContent}: ${paper.title}`);
		};
		show(saved.has(paper.url));
		button.addEventListener("click", () => show(toggleSaved(paper)));
	}
}

function paperOf(item: HTMLElement): SavedPaper | undefined {
	const link = item.querySelector<HTMLAnchorElement>(".title a");
	const title = (link ?? item.querySelector("h1"))?.textContent?.trim();
	if (!title) return undefined;
	const parts = [...item.querySelectorAll(".credits > :not(button)")].map(
		(part) => part.textContent,
	);
	return {
		url: new URL(publishedAddress((link ?? location).href)).pathname,
		title,
		byline: parts.map((part) => part?.trim()).join(" · "),
	};
}
