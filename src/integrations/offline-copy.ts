import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { MANIFEST, type Manifest } from "../offline/manifest.ts";
import { packSite } from "./offline-pack.ts";
import { bundleServiceWorker } from "./service-worker.ts";
import { beginStage } from "./stages.ts";

/**
 * Writes what a reader's browser needs to keep the site: the pack (`src/offline/pack.ts`),
 * its manifest, and the service worker. Stands after everything else that writes files
 * which belong to the copy.
 */
export function offlineCopy({ base }: { base: string }): AstroIntegration {
	return {
		name: "offline-copy",
		hooks: {
			"astro:build:done": async ({ dir, logger }) => {
				beginStage("offline copy");
				const folder = fileURLToPath(dir);
				const [manifest, worker] = await Promise.all([
					writeOfflineCopy(folder, base),
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

/**
 * Packs the built site in `folder` and writes the parts and the manifest into it. Parts
 * are of `partBytes`, where the size of the site shall not decide.
 */
export async function writeOfflineCopy(
	folder: string,
	base: string,
	partBytes?: number,
): Promise<Manifest> {
	const { parts, manifest } = await packSite(folder, base, partBytes);
	mkdirSync(`${folder}/offline`, { recursive: true });
	for (const [at, { path }] of manifest.parts.entries()) {
		writeFileSync(`${folder}/${path}`, parts[at] ?? "");
	}
	writeFileSync(`${folder}/${MANIFEST}`, JSON.stringify(manifest));
	return manifest;
}
