import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { contextOf, digestOf, readKept, writeKept } from "../../cache/kept.ts";
import type { Facts } from "../../offline/facts.ts";
import { MANIFEST, type Manifest, manifestOf, type Part, partOf } from "../../offline/manifest.ts";
import { writePack } from "../../offline/write.ts";
import { KeptBlocks } from "./blocks.ts";
import { filesOnDisk, type OnDisk, siteFiles } from "./files.ts";
import { writtenPapers } from "./written-papers.ts";

const compress = promisify(deflateRaw);

/** Code that decides, beside that of the form, what is in a pack. */
const CODE = ["src/build/offline"];

/** What is packed, and how. */
export interface Packing {
	/** The built site, which gets the parts and the manifest. */
	folder: string;
	/** Base path of the site, with a slash at both ends. */
	base: string;
	/** Folder of what builds keep for each other. */
	cache: string;
	/** See {@link PackOptions}. */
	partBytes?: number;
}

/**
 * Packs a site and writes the parts and the manifest into it. Papers lie in it from the oldest
 * on. `found` are all files of the site. What has not changed since it was packed last is neither read nor compressed.
 */
export async function writeOfflineCopy(
	packing: Packing,
	found: readonly OnDisk[] = filesOnDisk(packing.folder),
): Promise<Manifest> {
	const { folder, base, cache, partBytes } = packing;
	const context = contextOf(["src/offline", ...CODE], [process.arch, base]);
	const kept = path.join(cache, "files.bin");
	const { papers } = writtenPapers(folder);
	// From the oldest on: new papers then change the last parts, not all of them.
	const order = papers.map(({ id }) => `papers/${id}/index.html`).reverse();
	const before = readKept<Facts>(kept, context);
	const { files, facts } = siteFiles(folder, base, found, new Set(order), before);
	const blocks = new KeptBlocks(path.join(cache, "blocks"), context);
	const deflate = async (bytes: Uint8Array) => new Uint8Array(await compress(bytes, { level: 9 }));
	const parts: Part[] = [];
	mkdirSync(path.join(folder, "offline"), { recursive: true });
	for await (const { bytes, blocks: inPart } of writePack(files, {
		order,
		deflate,
		digestOf,
		recall: blocks.recall,
		partBytes,
	})) {
		const part = await partOf(bytes);
		writeFileSync(path.join(folder, part.path), bytes);
		blocks.keep(part.sha256, inPart);
		parts.push(part);
	}
	blocks.save();
	writeKept(kept, context, facts);
	const manifest = await manifestOf(parts, {
		papers: papers.length,
		pages: files.filter((file) => file.path.endsWith(".html")).length,
	});
	writeFileSync(path.join(folder, MANIFEST), JSON.stringify(manifest));
	return manifest;
}
