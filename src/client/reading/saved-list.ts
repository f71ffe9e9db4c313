import { idOf, startCiteList } from "../citing/list.ts";
import {
	clearSaved,
	openedAddress,
	publishedAddress,
	type SavedPaper,
	savedPapers,
	toggleSaved,
} from "./saved.ts";

/** `<saved-list>`: the papers saved in this browser, to read, take away and export. */
class SavedList extends HTMLElement {
	connectedCallback(): void {
		this.#show();
		startCiteList(this, () => savedPapers().flatMap(({ url }) => idOf(url)), "saved-papers");
		this.addEventListener("click", (event) => {
			const button = (event.target as HTMLElement).closest("button");
			if (!button) return;
			if (button.dataset.export) download(button.dataset.export, savedPapers());
			if (button.dataset.clear !== undefined) clearSaved();
			const paper = savedPapers().find(({ url }) => url === button.dataset.remove);
			if (paper) toggleSaved(paper);
			this.#show();
		});
		// Another window may have changed the list.
		window.addEventListener("storage", () => this.#show());
	}

	#show(): void {
		const papers = savedPapers();
		const [status, list, tools] = ["[data-status]", "[data-list]", "[data-tools]"].map((selector) =>
			this.querySelector<HTMLElement>(selector),
		);
		if (!status || !list || !tools) return;
		const count = papers.length === 1 ? "1 paper" : `${papers.length} papers`;
		status.textContent = papers.length === 0 ? "No papers saved yet." : count;
		tools.hidden = papers.length === 0;
		list.replaceChildren(...papers.map(item));
	}
}

function item(paper: SavedPaper): HTMLElement {
	const made = document.createElement("li");
	const article = document.createElement("article");
	article.className = "paper-item";
	const title = document.createElement("h2");
	title.className = "title";
	const link = document.createElement("a");
	link.href = openedAddress(paper);
	link.dir = "auto";
	link.textContent = paper.title;
	title.append(link);
	const byline = document.createElement("p");
	byline.className = "credits";
	const facts = document.createElement("span");
	facts.textContent = paper.byline;
	const remove = document.createElement("button");
	remove.type = "button";
	remove.className = "save";
	remove.dataset.remove = paper.url;
	remove.textContent = "Take from the list";
	remove.setAttribute("aria-label", `Take from the list: ${paper.title}`);
	byline.append(facts, remove);
	article.append(title, byline);
	made.append(article);
	return made;
}

function download(kind: string, papers: readonly SavedPaper[]): void {
	const absolute = papers.map((paper) => ({
		...paper,
		url: new URL(paper.url, publishedAddress(location.href)).href,
	}));
	const text =
		kind === "json"
			? JSON.stringify({ version: 1, papers: absolute }, null, "\t")
			: absolute.map(({ title, byline, url }) => `${title}\n${byline}\n${url}\n`).join("\n");
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
	link.download = `saved-papers.${kind}`;
	link.click();
	URL.revokeObjectURL(link.href);
}

customElements.define("saved-list", SavedList);
