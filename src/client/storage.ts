const PREFIX = "offprint:";

declare global {
	/** Set by the scripts of the archive, in browsers that keep nothing for a whole folder but cookies. */
	var offprintStore: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
}

/** Asked for each time: where storage is blocked, even to name it throws. */
const store = () => globalThis.offprintStore ?? localStorage;

/**
 * What a reader chose, kept in the browser and sent nowhere. A browser that keeps
 * nothing (private windows, blocked storage) gives `undefined`, and the page goes on.
 */
export function read(key: string): string | undefined {
	try {
		return store().getItem(PREFIX + key) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a value, or forgets it when it is empty. False when the browser would not. */
export function write(key: string, value: string): boolean {
	try {
		if (value) store().setItem(PREFIX + key, value);
		else store().removeItem(PREFIX + key);
		return true;
	} catch {
		return false;
	}
}
