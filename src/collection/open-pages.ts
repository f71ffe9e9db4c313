/** Where it lies: the settings, which know the server, are loaded apart from the loaders. */
const SHOW = Symbol.for("offprint.show");

const everywhere = globalThis as { [SHOW]?: () => void };

/** From now on `show` is called where pages show other content than before. */
export function whenOthersShow(show: () => void): void {
	everywhere[SHOW] = show;
}

/** Has pages that are open, and those that are asked for from now on, show the content as it is. */
export function showAnew(): void {
	everywhere[SHOW]?.();
}
