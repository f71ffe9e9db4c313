/** Brings “Cite” on a paper's page to life when it is first opened. */
export function startCiting(): void {
	const details = document.querySelector<HTMLDetailsElement>("[data-cite]");
	details?.addEventListener(
		"toggle",
		() => void import("./panel.ts").then(({ openPanel }) => openPanel(details)),
		{ once: true },
	);
}
