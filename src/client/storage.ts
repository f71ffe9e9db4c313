const PREFIX = "offprint:";

/**
 * What a reader chose, kept in the browser and sent nowhere. A browser that keeps
 * nothing (private windows, blocked storage) gives `undefined`, and the page goes on.
 */
export function read(key: string): string | undefined {
	try {
		return localStorage.getItem(PREFIX + key) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a value, or forgets it when it is empty. False when the browser would not. */
export function write(key: string, value: string): boolean {
	try {
		if (value) localStorage.setItem(PREFIX + key, value);
		else localStorage.removeItem(PREFIX + key);
		return true;
	} catch {
		return false;
	}
}
