/** Where it lies: the loaders are loaded apart from the program that imports. */
const COMING = Symbol.for("offprint.coming-content");

const everywhere = globalThis as { [COMING]?: Promise<void> };

/** From now on whoever reads the content waits for what is being imported. */
export function contentIsComing(imported: Promise<void>): void {
	everywhere[COMING] = imported;
}

/** To be waited for before the content is read: an import that runs beside it has ended. */
export async function contentIsThere(): Promise<void> {
	await everywhere[COMING];
}
