import { readFileSync } from "node:fs";
import path from "node:path";
import { beginPack, type Packing } from "../src/build/offline/pack.ts";
import { filesOnDisk } from "../src/cache/on-disk.ts";
import type { PapersJson } from "../src/exports/papers-json.ts";
import type { Manifest } from "../src/offline/manifest.ts";

/** What is packed, and the site that was packed last, where there is one. */
type SitePacking = Omit<Packing, "papers" | "last"> & { last?: string };

/** Packs a built site of so few papers that all of them stand in `papers.json`. */
export function packSite({
	folder,
	last = `${folder}-none`,
	...packing
}: SitePacking): Promise<Manifest> {
	const site: PapersJson = JSON.parse(readFileSync(path.join(folder, "papers.json"), "utf8"));
	const pack = beginPack({ folder, last, ...packing, papers: site.papers.map(({ id }) => id) });
	pack.add(filesOnDisk(folder));
	return pack.write();
}
