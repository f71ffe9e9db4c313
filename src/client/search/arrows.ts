/**
 * Lets the arrow keys go from a search box to the results below it and back. The results stay
 * links: Enter opens them, and screen readers know what they are.
 */
export function followArrows(container: HTMLElement, box: HTMLInputElement): void {
	container.addEventListener("keydown", (event) => {
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const links = [...container.querySelectorAll<HTMLElement>("[data-results] .title a")];
		const stops: HTMLElement[] = [box, ...links];
		const at = stops.indexOf(document.activeElement as HTMLElement);
		if (at < 0) return;
		const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
		event.preventDefault();
		next?.focus();
		next?.scrollIntoView({ block: "nearest" });
	});
}
