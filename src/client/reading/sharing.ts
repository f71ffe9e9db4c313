/** A button that hands the page to the system's own sharing where there is one. */
export function startSharing(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>("[data-share]")) {
		button.hidden = false;
		button.addEventListener("click", () => void share(button));
	}
}

async function share(button: HTMLButtonElement): Promise<void> {
	const url = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
	if (!navigator.share) return copy(button, url);
	try {
		await navigator.share({ title: document.title, url });
	} catch (cause) {
		// The reader closed the sheet: nothing to say.
		if ((cause as DOMException).name !== "AbortError") await copy(button, url);
	}
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
	const label = button.textContent;
	try {
		await navigator.clipboard.writeText(text);
		button.textContent = "Copied";
	} catch {
		button.textContent = "The browser would not copy";
	}
	setTimeout(() => {
		button.textContent = label;
	}, 2000);
}
