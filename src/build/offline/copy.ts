import { writeFileSync } from "node:fs";
import path from "node:path";
import { MANIFEST } from "../../offline/manifest.ts";
import { beginThread } from "../../workers/thread.ts";
import { type SizedFile, sizedFiles } from "../output-size.ts";
import type { Packing } from "./pack.ts";
import type { CopyTask, Seen } from "./worker.ts";

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
	 * Has written what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
	 * its manifest, and the service worker. To be called when every other file that belongs to the
	 * copy has been seen.
	 */
	write(): void;
	/** Every file of the site. To be called when all are seen; waits for the copy. */
	files(): Promise<SizedFile[]>;
}

/**
 * Begins a copy, in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again. The thread does one thing after the other, and does not wait
 * for this one in between.
 */
export function beginCopy({ worker, ...packing }: Copying): BeginningCopy {
	const { folder } = packing;
	const thread = beginThread<SizedFile[]>(new URL("worker.ts", import.meta.url), packing);
	const tell = (task: CopyTask) => thread.tell(task);
	return {
		see: (seen) => tell({ see: seen }),
		write() {
			tell("write");
			writeFileSync(path.join(folder, WORKER), worker);
		},
		async files() {
			tell("files");
			const all = [...(await thread.said), ...OF_COPY.flatMap((at) => sizedFiles(folder, at))];
			// The page that explains the copy lies in its folder.
			return [...new Map(all.map((one) => [one.file, one])).values()];
		},
	};
}
