import { writeFileSync } from "node:fs";
import path from "node:path";
import { beginThread } from "../../workers/thread.ts";
import type { OutputSize } from "../output-size.ts";
import type { Packing } from "./pack.ts";
import type { CopyTask, Seen } from "./worker.ts";

const WORKER = "service-worker.js";

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
	/** The size of the site, the copy included. To be called when all files are seen; waits for the copy. */
	size(): Promise<OutputSize>;
}

/**
 * Begins a copy, in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again. The thread does one thing after the other, and does not wait
 * for this one in between.
 */
export function beginCopy({ worker, ...packing }: Copying): BeginningCopy {
	const script = new URL("worker.ts", import.meta.url);
	// All wait for it at the end.
	const thread = beginThread<OutputSize>(script, packing, { isAwaited: true });
	const tell = (task: CopyTask) => thread.tell(task);
	return {
		see: (seen) => tell({ see: seen }),
		write() {
			writeFileSync(path.join(packing.folder, WORKER), worker);
			tell({ see: { names: [WORKER] } });
			tell("write");
		},
		size() {
			tell("size");
			return thread.said;
		},
	};
}
