import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Manifest } from "../../offline/manifest.ts";
import { workerPool } from "../../workers/pool.ts";
import { beginStage } from "../stages.ts";
import type { Packing } from "./pack.ts";
import { bundleServiceWorker } from "./service-worker.ts";

/**
 * Packs in a thread of its own: what it reads and throws away would have the heap of the whole
 * build cleared again and again.
 */
const pack = workerPool<Packing, Manifest>(fileURLToPath(new URL("worker.ts", import.meta.url)), 1);

/**
 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
 * its manifest, and the service worker. Stands after everything else that writes files
 * which belong to the copy. What builds keep for each other is in `cacheDir`.
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
			"astro:build:done": async ({ dir, logger }) => {
				beginStage("offline copy");
				const folder = fileURLToPath(dir);
				const [manifest, worker] = await Promise.all([
					pack({ folder, base, cache }),
					bundleServiceWorker(),
				]);
				writeFileSync(new URL("service-worker.js", dir), worker);
				const { pages, bytes, parts } = manifest;
				const megabytes = (bytes / 1e6).toFixed(1);
				logger.info(
					`${pages} pages in an offline copy of ${megabytes} MB, in ${parts.length} parts`,
				);
			},
		},
	};
}
