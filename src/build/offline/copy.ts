import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST, type Manifest } from "../../offline/manifest.ts";
import { workerPool } from "../../workers/pool.ts";
import type { Packing } from "./pack.ts";

/**
 * Packs in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again.
 */
const pack = workerPool<Packing, Manifest>(fileURLToPath(new URL("worker.ts", import.meta.url)), 1);

const WORKER = "service-worker.js";

/** Where files of the copy lie in the site, and pages that explain it. */
export const OF_COPY: ReadonlySet<string> = new Set(["offline", MANIFEST, WORKER]);

/** A site that is to be packed. */
export interface Copying {
	folder: string;
	/** Base path of the site, with a slash at both ends. */
	base: string;
	cacheDir: string;
	/** The script of the service worker. */
	worker: Uint8Array;
}

/**
 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
 * its manifest, and the service worker. To be called after everything else was written that
 * belongs to the copy. What builds keep for each other is in `cacheDir`.
 */
export async function writeCopy({ folder, base, cacheDir, worker }: Copying): Promise<void> {
	const packed = pack({ folder, base, cache: path.resolve(cacheDir, "offline") });
	// Whoever waits for it is told.
	packed.catch(() => {});
	writeFileSync(path.join(folder, WORKER), worker);
	await packed;
}
