import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroIntegrationLogger } from "astro";
import { MANIFEST, type Manifest } from "../../offline/manifest.ts";
import { workerPool } from "../../workers/pool.ts";
import { beginStage } from "../stages.ts";
import type { Packing } from "./pack.ts";
import { bundleServiceWorker } from "./service-worker.ts";

/**
 * Packs in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again.
 */
const pack = workerPool<Packing, Manifest>(fileURLToPath(new URL("worker.ts", import.meta.url)), 1);

const WORKER = "service-worker.js";

/** Where files of the copy lie in the site, and pages that explain it. */
export const OF_COPY: ReadonlySet<string> = new Set(["offline", MANIFEST, WORKER]);

let written: Promise<void> | undefined;

/** Waits for the copy of this build, which is packed while others look at what else was built. */
export async function copyWritten(): Promise<void> {
	await written;
}

/**
 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
 * its manifest, and the service worker. Stands after everything else that writes files
 * which belong to the copy; what comes after it waits for {@link copyWritten}. What builds keep
 * for each other is in `cacheDir`.
 */
export function offlineCopy({
	base,
	cacheDir,
}: {
	base: string;
	cacheDir: string;
}): AstroIntegration {
	const cache = path.resolve(cacheDir, "offline");
	return {
		name: "offline-copy",
		hooks: {
			"astro:build:done": ({ dir, logger }) => {
				beginStage("offline copy");
				written = write(dir, logger);
				// Whoever waits for it is told.
				written.catch(() => {});
			},
		},
	};

	async function write(dir: URL, logger: AstroIntegrationLogger): Promise<void> {
		const folder = fileURLToPath(dir);
		const [manifest, worker] = await Promise.all([
			pack({ folder, base, cache }),
			bundleServiceWorker(),
		]);
		writeFileSync(new URL(WORKER, dir), worker);
		const { pages, bytes, parts } = manifest;
		const megabytes = (bytes / 1e6).toFixed(1);
		logger.info(`${pages} pages in an offline copy of ${megabytes} MB, in ${parts.length} parts`);
	}
}
