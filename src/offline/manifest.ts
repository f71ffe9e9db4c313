import { sha256 } from "./pack.ts";

/** Path of the manifest from the site's root. */
export const MANIFEST = "offline.json";

/** A part of a set, and how to know that it came whole. */
export interface Part {
	/** Path from the site's root: `offline/<first 16 digits of its SHA-256>.pack`. */
	path: string;
	bytes: number;
	/** In hexadecimal. */
	sha256: string;
}

/** What the offline copy of a site consists of: `/offline.json`. */
export interface Manifest {
	version: 1;
	/** SHA-256 over the parts in hexadecimal: the same site is the same set, whenever it was built. */
	set: string;
	papers: number;
	pages: number;
	/** Of all parts. */
	bytes: number;
	/** In the order of the pack. */
	parts: Part[];
}

/** A manifest that is not what this program can read; the message says what is wrong with it. */
export class BadManifest extends Error {
	override name = "BadManifest";
}

/** How a part of these bytes is listed. */
export async function partOf(bytes: Uint8Array<ArrayBuffer>): Promise<Part> {
	const hash = await sha256(bytes);
	return { path: `offline/${hash.slice(0, 16)}.pack`, bytes: bytes.length, sha256: hash };
}

/** The manifest of a pack. `facts` are those that its parts do not tell. */
export async function manifestOf(
	parts: Part[],
	facts: Pick<Manifest, "papers" | "pages">,
): Promise<Manifest> {
	const hashes = parts.map(({ sha256 }) => sha256).join("\n");
	return {
		version: 1,
		set: await sha256(new TextEncoder().encode(hashes)),
		...facts,
		bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
		parts,
	};
}

/** Reads a manifest. Throws BadManifest. */
export function parseManifest(text: string): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		const page = /^\s*</.test(text);
		throw new BadManifest(page ? "it is a page, not JSON" : "it is not JSON, or is cut short");
	}
	const manifest = value as Partial<Manifest> | null;
	if (typeof manifest !== "object" || manifest === null) throw new BadManifest("it is no object");
	if (manifest.version !== 1) {
		throw new BadManifest(`it is of version ${manifest.version}, and this page knows version 1`);
	}
	const { set, papers, pages, bytes, parts } = manifest;
	const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;
	const wrong = Object.entries({
		set: isHash(set),
		papers: isCount(papers),
		pages: isCount(pages),
		parts: Array.isArray(parts) && parts.length > 0 && parts.every(isPart),
	}).find(([, good]) => !good);
	if (wrong) throw new BadManifest(`its “${wrong[0]}” is missing or wrong`);
	const sum = (parts ?? []).reduce((sum, part) => sum + part.bytes, 0);
	if (bytes !== sum) throw new BadManifest("its “bytes” are not those of its parts");
	return manifest as Manifest;
}

function isHash(value: unknown): boolean {
	return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isPart(value: Partial<Part> | null): boolean {
	return (
		/^offline\/[0-9a-f]{16}\.pack$/.test(value?.path ?? "") &&
		Number.isSafeInteger(value?.bytes) &&
		isHash(value?.sha256)
	);
}
