import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw, gunzipSync } from "node:zlib";
import { belongsToCopy } from "../offline/files.ts";
import { type Manifest, manifestOf } from "../offline/manifest.ts";
import type { SiteFile } from "../offline/place.ts";
import { writePack } from "../offline/write.ts";
import { writtenPapers } from "./written-papers.ts";

const compress = promisify(deflateRaw);

/** The built site in `folder` as a pack and its manifest. Papers lie in it from the oldest on. */
export async function packSite(
	folder: string,
	base: string,
	partBytes?: number,
): Promise<{ parts: Uint8Array<ArrayBuffer>[]; manifest: Manifest }> {
	const { papers } = writtenPapers(folder);
	const files = await siteFiles(folder);
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

async function siteFiles(folder: string): Promise<SiteFile[]> {
	const files: Promise<SiteFile>[] = [];
	for await (const entry of glob("**", { cwd: folder, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = path.relative(folder, path.join(entry.parentPath, entry.name));
		const name = file.split(path.sep).join("/");
		if (belongsToCopy(name)) files.push(siteFile(path.join(folder, file), name));
	}
	return Promise.all(files);
}

async function siteFile(file: string, name: string): Promise<SiteFile> {
	const bytes = new Uint8Array(await readFile(file));
	// Pagefind reads fragments decompressed too, and these repeat the abstracts of pages.
	const gzip = name.startsWith("pagefind/fragment/") && bytes[0] === 0x1f && bytes[1] === 0x8b;
	return gzip
		? { path: name, bytes: new Uint8Array(gunzipSync(bytes)), gzip }
		: { path: name, bytes };
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
