import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw, gunzipSync } from "node:zlib";
import { belongsToCopy } from "../offline/files.ts";
import { MANIFEST, type Manifest, manifestOf } from "../offline/manifest.ts";
import type { SiteFile } from "../offline/place.ts";
import { writePack } from "../offline/write.ts";
import { writtenPapers } from "./written-papers.ts";

const compress = promisify(deflateRaw);

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

/** The built site in `folder` as a pack and its manifest. Papers lie in it from the oldest on. */
async function packSite(
	folder: string,
	base: string,
	partBytes?: number,
): Promise<{ parts: Uint8Array<ArrayBuffer>[]; manifest: Manifest }> {
	const { papers } = writtenPapers(folder);
	const files = siteFiles(folder);
	const parts = await writePack(files, {
		// From the oldest on: new papers then change the last parts, not all of them.
		order: papers.map(({ id }) => `papers/${id}/index.html`).reverse(),
		pageOf: (text) => pageOf(text, base),
		deflate: async (bytes) => new Uint8Array(await compress(bytes, { level: 9 })),
		partBytes,
	});
	const manifest = await manifestOf(parts, {
		papers: papers.length,
		pages: files.filter((file) => file.path.endsWith(".html")).length,
	});
	return { parts, manifest };
}

function siteFiles(folder: string): SiteFile[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join("/"))
		.filter(belongsToCopy)
		.map((name) => siteFile(path.join(folder, name), name));
}

function siteFile(file: string, name: string): SiteFile {
	const read = () => new Uint8Array(readFileSync(file));
	// Pagefind reads fragments decompressed too, and these repeat the abstracts of pages.
	const [first, second] = name.startsWith("pagefind/fragment/") ? read() : [];
	const gzip = first === 0x1f && second === 0x8b;
	return {
		path: name,
		gzip,
		get bytes() {
			return gzip ? new Uint8Array(gunzipSync(read())) : read();
		},
	};
}

/** The page that the first link of a piece of HTML, or the address of a search result, leads to. */
function pageOf(text: string, base: string): string | undefined {
	const link = /(?:"url":|href=)"(\/[^"]*\/)"/.exec(text)?.[1];
	if (!link) return undefined;
	const at = link.startsWith(base) ? link.slice(base.length) : link.slice(1);
	try {
		return `${decodeURIComponent(at)}index.html`;
	} catch {
		return undefined;
	}
}
