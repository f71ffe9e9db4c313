import { read, write } from "../storage.ts";

const HELP = [
	["/", "Search; Ctrl K or ⌘ K as well"],
	["j", "Next paper in a list"],
	["k", "Previous paper in a list"],
	["o", "Open the paper"],
	["s", "Save the paper, or take it from the list"],
	["?", "Show these keys"],
] as const;

/**
 * Keys of one letter. They are off while the reader types, and can be switched
 * off altogether, for readers who speak to their computer (WCAG 2.2, 2.1.4).
 */
export function startKeyboard(): void {
	document.addEventListener("keydown", (event) => {
		if ((event.ctrlKey || event.metaKey) && event.key === "k" && !event.altKey) {
			event.preventDefault();
			openSearch();
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
		if (read("keys") === "off" || isTyping(event.target) || document.querySelector("dialog[open]"))
			return;
		if (act(event.key)) event.preventDefault();
	});
	for (const button of document.querySelectorAll("[data-keys-open]")) {
		button.addEventListener("click", showHelp);
	}
}

/** Does what a key asks for. False when it asks for nothing here. */
function act(key: string): boolean {
	const links = [...document.querySelectorAll<HTMLAnchorElement>(".paper-item .title a")];
	const item = document.activeElement?.closest<HTMLElement>("[data-paper]");
	const current = links.findIndex((link) => item?.contains(link));
	switch (key) {
		case "/":
			openSearch();
			return true;
		case "j":
		case "k": {
			const next = key === "j" ? current + 1 : Math.max(current, 1) - 1;
			const link = links[Math.min(next, links.length - 1)];
			link?.focus();
			link?.scrollIntoView({ block: "center" });
			return Boolean(link);
		}
		case "o":
			item?.querySelector<HTMLAnchorElement>(".title a")?.click();
			return Boolean(item);
		case "s": {
			const paper = item ?? document.querySelector("article[data-paper].paper");
			const button = paper?.querySelector<HTMLButtonElement>("[data-save]");
			button?.click();
			return Boolean(button);
		}
		case "?":
			showHelp();
			return true;
		default:
			return false;
	}
}

/** Goes to the search of the search page, or opens one over any other page. */
function openSearch(): void {
	const own = document.querySelector<HTMLInputElement>("paper-search [data-search-box]");
	// The box of the page takes the keys until the search is there, and leads to it if it never comes.
	const box = own ?? document.querySelector<HTMLInputElement>("[data-search-box]");
	box?.select();
	if (!own) void import("../search/dialog.ts").then(({ openDialog }) => openDialog(box));
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
	);
}

function showHelp(): void {
	const dialog = document.createElement("dialog");
	dialog.className = "keys";
	const title = document.createElement("h2");
	title.id = "keys-title";
	title.textContent = "Keyboard";
	dialog.setAttribute("aria-labelledby", title.id);
	const list = document.createElement("dl");
	for (const [key, meaning] of HELP) {
		const term = document.createElement("dt");
		const keyboard = document.createElement("kbd");
		keyboard.textContent = key;
		term.append(keyboard);
		const detail = document.createElement("dd");
		detail.textContent = meaning;
		list.append(term, detail);
	}
	const label = document.createElement("label");
	const box = document.createElement("input");
	box.type = "checkbox";
	box.checked = read("keys") !== "off";
	box.addEventListener("change", () => write("keys", box.checked ? "" : "off"));
	label.append(box, "Use these keys");
	const close = document.createElement("button");
	close.type = "button";
	close.textContent = "Close";
	close.addEventListener("click", () => dialog.close());
	dialog.append(title, list, label, close);
	dialog.addEventListener("close", () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
}
