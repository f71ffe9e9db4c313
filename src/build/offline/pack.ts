import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { contextOf, digestOf, readKept, writeKept } from "../../cache/kept.ts";
import type { OnDisk } from "../../cache/on-disk.ts";
import type { Facts } from "../../offline/facts.ts";
import { MANIFEST, type Manifest, manifestOf, type Part } from "../../offline/manifest.ts";
import { writePack } from "../../offline/write.ts";
import { SiteFiles } from "./files.ts";
import { SiteParts } from "./parts.ts";

const compress = promisify(deflateRaw);

/** Code that decides, beside that of the form, what is in a pack. */
const CODE = ["src/build/offline"];

/** What is packed, and how. */
export interface Packing {
	/** The built site, which gets the parts and the manifest. */
	folder: string;
	/** The site that was built last, if it is there. */
	last: string;
	/** Base path of the site, with a slash at both ends. */
	base: string;
	/** Ids of all papers, from the newest on. */
	papers: readonly string[];
	/** Folder of what builds keep for each other. */
	cache: string;
	/** See {@link PackOptions}. */
	partBytes?: number;
}

/** A pack that is begun. */
export interface BeginningPack {
	/** Adds files of the site, those that do not belong to the copy left out; one that has changed is added again. */
	add(found: Iterable<OnDisk>): void;
	/** Files that were added, by their paths, are gone. */
	remove(names: Iterable<string>): void;
	/** Writes the parts and the manifest into the site. */
	write(): Promise<Manifest>;
}

/**
 * Packs a site. Papers lie in the pack from the oldest on: new papers then change the last parts,
 * not all of them. What has not changed since it was packed last is neither read nor compressed.
 */
export function beginPack({
	folder,
	last,
	base,
	papers,
	cache,
	partBytes,
}: Packing): BeginningPack {
	const context = contextOf(["src/offline", ...CODE], [process.arch, base]);
	const kept = path.join(cache, "files.bin");
	const order = papers.map((id) => `papers/${id}/index.html`).reverse();
	const before = readKept<Facts>(kept, context);
	const files = new SiteFiles(folder, base, new Set(order), before);
	const inSite = new SiteParts({ folder, last, notes: path.join(cache, "parts.bin"), context });
	const deflate = async (bytes: Uint8Array) => new Uint8Array(await compress(bytes, { level: 9 }));
	return {
		add: (found) => files.add(found),
		remove: (names) => files.remove(names),
		async write() {
			const { all } = files;
			const parts: Part[] = [];
			const { recall } = inSite;
			for await (const part of writePack(all, { order, deflate, digestOf, recall, partBytes })) {
				parts.push(await inSite.put(part));
			}
			inSite.note();
			writeKept(kept, context, files.facts);
			const pages = all.filter((file) => file.path.endsWith(".html")).length;
			const manifest = await manifestOf(parts, { papers: papers.length, pages });
			writeFileSync(path.join(folder, MANIFEST), JSON.stringify(manifest));
			return manifest;
		},
	};
}
