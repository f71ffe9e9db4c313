import { read, write } from "../storage.ts";
import { publishedManifest } from "./download.ts";
import type { Store } from "./store.ts";
import { takeCopy } from "./taking.ts";

/** Told to the document when there is another copy. */
export const UPDATED = "offprint:updated";

/** The site is asked at most once in so many milliseconds. */
const PAUSE = 10 * 60 * 1000;

/** Downloads what the site offers now, if there is a copy and it is another. Says nothing: the copy stays good. */
export async function updateInBackground(store: Store, now = Date.now()): Promise<void> {
	const copy = await store.get("current");
	const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
	const asked = Number(read("offline-asked") ?? 0);
	if (!copy || saveData || !navigator.onLine || now - asked < PAUSE) return;
	write("offline-asked", String(now));
	try {
		const manifest = await publishedManifest(store.base);
		if (manifest.set !== copy.manifest.set) {
			await takeCopy(store, { background: true });
			document.dispatchEvent(new Event(UPDATED));
		}
		write("offline-failed", "");
	} catch (cause) {
		// The page on offline reading tells it; a reader of another page has no use for it.
		write("offline-failed", (cause as Error).message);
	}
}
