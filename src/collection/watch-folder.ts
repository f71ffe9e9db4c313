import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import path from "node:path";

/** Milliseconds without a further change after which one is told: editors write a file in steps. */
const QUIET = 50;

/**
 * Calls `changed` after something below a folder has changed, once for what changed together;
 * gives a function that ends it. Folders are watched, not each file in them as Vite does: for
 * 10,000 files that takes more than a second of processor time.
 */
export function watchFolder(root: string, changed: () => void): () => void {
	const watched = new Map<string, FSWatcher>();
	let waiting: NodeJS.Timeout | undefined;
	const told = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			follow();
			changed();
		}, QUIET);
	};
	function follow(): void {
		const folders = foldersIn(root);
		for (const [key, watcher] of watched) {
			if (folders.has(key)) continue;
			watcher.close();
			watched.delete(key);
		}
		for (const [key, folder] of folders) {
			if (watched.has(key)) continue;
			try {
				// A folder that goes is told of by the one above it.
				const watcher = watch(folder, { persistent: false }, told).on("error", () => {});
				watched.set(key, watcher);
			} catch {
				// It has gone meanwhile.
			}
		}
	}
	follow();
	return () => {
		clearTimeout(waiting);
		for (const watcher of watched.values()) watcher.close();
	};
}

/** A folder and all below it but hidden ones, by path and number: one that is made anew is another one. */
function foldersIn(root: string): Map<string, string> {
	try {
		const inside = readdirSync(root, { withFileTypes: true })
			.filter((item) => item.isDirectory() && !item.name.startsWith("."))
			.flatMap(({ name }) => [...foldersIn(path.join(root, name))]);
		return new Map([[`${root} ${statSync(root).ino}`, root], ...inside]);
	} catch {
		return new Map();
	}
}
