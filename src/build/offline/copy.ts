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
	 * its manifest, and the service worker. To be called when every other file that belongs to the
	 * copy has been seen.
	 */
	write(): Promise<void>;
	/** Every file of the site. To be called when all are seen, and the copy is written. */
	files(): Promise<SizedFile[]>;
}

/** Begins a copy, in a thread of its own. */
export function beginCopy({ worker, ...packing }: Copying): BeginningCopy {
	const { folder } = packing;
	let soFar: Promise<unknown> = Promise.resolve();
	// Tasks are done one after the other.
	const next = (task: CopyTask) => {
		const done = work(task);
		soFar = Promise.all([soFar, done]);
		// Whoever waits for the copy is told.
		soFar.catch(() => {});
		return done;
	};
	next({ begin: packing });
	return {
		see: (seen) => void next({ see: seen }),
		async write() {
			next("write");
			writeFileSync(path.join(folder, WORKER), worker);
			await soFar;
		},
		async files() {
			const all = [...(await next("files")), ...OF_COPY.flatMap((at) => sizedFiles(folder, at))];
			await soFar;
			// The page that explains the copy lies in its folder.
			return [...new Map(all.map((one) => [one.file, one])).values()];
		},
	};
}
