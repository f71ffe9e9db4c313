import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST } from "../../offline/manifest.ts";
import { workerPool } from "../../workers/pool.ts";
import { type SizedFile, sizedFiles } from "../output-size.ts";
import type { CopyTask } from "./worker.ts";

/**
 * Packs in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again.
 */
const work = workerPool<CopyTask, SizedFile[]>(
	fileURLToPath(new URL("worker.ts", import.meta.url)),
	1,
);

const WORKER = "service-worker.js";

/** Where files of the copy lie in the site, and pages that explain it. */
const OF_COPY = ["offline", MANIFEST, WORKER];

/** A site that is to be packed. */
export interface Copying {
	/** Where it is built. */
	folder: string;
	/** Base path of the site, with a slash at both ends. */
	base: string;
	cacheDir: string;
	/** The script of the service worker. */
	worker: Uint8Array;
}

/** An offline copy that is begun. */
export interface BeginningCopy {
	/**
	 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
	 * its manifest, and the service worker. To be called when everything else is there that
	 * belongs to the copy; `written` are the files, and `folders` the folders (with a slash at
	 * their ends), that were written since it was begun. Gives every file of the site.
	 */
	write(written: readonly string[], folders: readonly string[]): Promise<SizedFile[]>;
}

/** Looks at what is there already, while the rest is written. What builds keep for each other is in `cacheDir`. */
export function beginCopy({ folder, base, cacheDir, worker }: Copying): BeginningCopy {
	// Whoever waits for the copy is told.
	const looked = work({ look: folder });
	looked.catch(() => {});
	return {
		async write(written, folders) {
			await looked;
			const cache = path.resolve(cacheDir, "offline");
			const packed = work({ packing: { folder, base, cache }, written, folders });
			writeFileSync(path.join(folder, WORKER), worker);
			const all = [...(await packed), ...OF_COPY.flatMap((at) => sizedFiles(folder, at))];
			// The page that explains the copy lies in its folder.
			return [...new Map(all.map((one) => [one.file, one])).values()];
		},
	};
}
