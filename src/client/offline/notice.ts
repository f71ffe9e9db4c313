import type { Origin } from "./origin.ts";
import type { Copy } from "./store.ts";
import { age, day } from "./words.ts";

/** In a sheet of its own, since most pages never need it. */
const STYLE = `@layer components {
	.offline-notice {
		display: flex;
		flex-wrap: wrap;
		gap: 0 var(--space-4);
		justify-content: center;
		padding: var(--space-2) clamp(1rem, 4vw, 2.5rem);
		border-bottom: 1px solid var(--hairline);
		background: var(--paper-deep);
		font: var(--text-xs) / 1.5 var(--sans);
		text-align: center;
		text-wrap: balance;
	}
	.offline-notice[hidden] { display: none; }
	@media print { .offline-notice { display: none; } }
}`;

/** What the line says about a page; empty where there is nothing to say. */
export function noticeText(origin: Origin, online: boolean, copy: Copy | undefined): string {
	const why = online ? "The site does not answer." : "You are offline.";
	switch (origin.from) {
		case "copy":
			return `${why} This is your copy of ${day(origin.taken)}, ${age(origin.taken)}.`;
		case "seen":
			return `${why} This page is as you last opened it, on ${day(origin.seen)}.`;
		case "network":
			if (online) return "";
			return copy
				? `You are offline. Other pages open from your copy of ${day(copy.taken)}.`
				: "You are offline. Pages that you have opened before open still.";
	}
}

/** The line above a page which says that it is not, or may not be, the site as it is now. */
export class Notice {
	readonly #line = document.createElement("div");
	readonly #text = document.createElement("span");

	constructor() {
		this.#line.className = "offline-notice";
		this.#line.setAttribute("role", "status");
		this.#line.hidden = true;
		this.#line.append(this.#text);
	}

	/** Shows a text, with a link that loads the page again if wanted; hides the line for no text. */
	show(text: string, reload = false): void {
		if (!this.#line.isConnected) {
			if (!text) return;
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(STYLE);
			document.adoptedStyleSheets.push(sheet);
			document.querySelector(".site-header")?.before(this.#line);
		}
		this.#line.hidden = !text;
		const again = document.createElement("a");
		again.href = location.href.replace(/#.*/, "");
		again.textContent = "Load it again";
		// Screen readers tell what changes in a line that is there.
		requestAnimationFrame(() => {
			this.#text.textContent = text;
			this.#line.replaceChildren(this.#text, ...(reload ? [again] : []));
		});
	}
}
