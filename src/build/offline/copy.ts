import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST } from "../../offline/manifest.ts";
import { workerPool } from "../../workers/pool.ts";
import { type SizedFile, sizedFiles } from "../output-size.ts";
import type { Packing } from "./pack.ts";
import type { CopyTask, Seen } from "./worker.ts";

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
export interface Copying extends Packing {
	/** The script of the service worker. */
	worker: Uint8Array;
}

/** An offline copy that is begun. */
export interface BeginningCopy {
	/** Has files that are there looked at, while others are written. */
	see(seen: Seen): void;
	/**
	 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
	 * its manifest, and the service worker. To be called when every other file has been seen.
	 * Gives every file of the site.
	 */
	write(): Promise<SizedFile[]>;
}

/** Begins a copy, in a thread of its own. */
export function beginCopy({ worker, ...packing }: Copying): BeginningCopy {
	let looked: Promise<unknown> = work({ begin: packing });
	const see = (seen: Seen) => {
		looked = Promise.all([looked, work({ see: seen })]);
		// Whoever waits for the copy is told.
		looked.catch(() => {});
	};
	looked.catch(() => {});
	return {
		see,
		async write() {
			const { folder } = packing;
			await looked;
			const packed = work("write");
			writeFileSync(path.join(folder, WORKER), worker);
			const all = [...(await packed), ...OF_COPY.flatMap((at) => sizedFiles(folder, at))];
			// The page that explains the copy lies in its folder.
			return [...new Map(all.map((one) => [one.file, one])).values()];
		},
	};
}
