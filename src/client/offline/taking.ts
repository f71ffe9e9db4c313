import type { Manifest, Part } from "../../offline/manifest.ts";
import { sha256 } from "../../offline/pack.ts";
import { downloadPart, publishedManifest } from "./download.ts";
import { CopyFailure, failures } from "./failures.ts";
import type { Copy, Store } from "./store.ts";

/** How far a download is, in bytes. */
type Progress = (here: number, all: number) => void;

/** How often the list of parts is read anew when the site changes while they are downloaded. */
const MOST_DEPLOYMENTS = 4;

/** How a copy is taken. */
export interface Taking {
	onProgress?: Progress;
	signal?: AbortSignal;
	/** Nobody waits for it: it gives way to another window that is at it already. */
	background?: boolean;
}

/**
 * Makes what the site offers now the copy of this browser. Parts that are verified stay
 * when it fails or is stopped, and are not downloaded again; the copy there was stays in
 * use until the new one is whole. `undefined` when it gave way. Throws CopyFailure, or an
 * AbortError.
 */
export async function takeCopy(store: Store, taking: Taking = {}): Promise<Copy | undefined> {
	return store.alone(async () => {
		let manifest = await publishedManifest(store.base);
		for (let left = MOST_DEPLOYMENTS; ; left--) {
			try {
				await fill(store, manifest, taking);
				return await switchTo(store, manifest);
			} catch (cause) {
				if ((cause as DOMException).name === "QuotaExceededError") {
					throw await noRoom(store, manifest);
				}
				if (!(cause instanceof CopyFailure && cause.maybeReplaced) || left === 0) throw cause;
				const now = await publishedManifest(store.base).catch(() => manifest);
				if (now.set === manifest.set) throw cause;
				manifest = now;
			}
		}
	}, !taking.background);
}

/** The parts of a set that are here, whole as far as their size tells. */
export async function partsHere(store: Store, manifest: Manifest): Promise<Part[]> {
	const sizes = await Promise.all(
		manifest.parts.map(async (part) => (await store.part(part))?.size),
	);
	return manifest.parts.filter(({ bytes }, at) => sizes[at] === bytes);
}

/** Looks at every byte of the copy, and takes away the parts that are not what was downloaded. */
export async function damagedParts(store: Store, { parts }: Manifest): Promise<Part[]> {
	const damaged: Part[] = [];
	for (const part of parts) {
		const bytes = await (await store.part(part))?.arrayBuffer().catch(() => undefined);
		if (!bytes || (await sha256(bytes)) !== part.sha256) damaged.push(part);
	}
	const cache = await store.open("parts");
	for (const { path } of damaged) await cache.delete(store.base + path);
	return damaged;
}

async function fill(
	store: Store,
	manifest: Manifest,
	{ onProgress = () => {}, signal }: Taking,
): Promise<void> {
	const { parts, bytes: all } = manifest;
	const present = new Set(await partsHere(store, manifest));
	let here = bytesOf(present);
	onProgress(here, all);
	// Asked before the download: the reader shall not wait for a failure.
	if (((await room()) ?? all) < all - here) throw await noRoom(store, manifest);
	// Before the first part is stored: what nothing needs is tidied away.
	await store.set("pending", manifest);
	const cache = await store.open("parts");
	for (const [at, part] of parts.entries()) {
		if (present.has(part)) continue;
		const bytes = await downloadPart(store.base, part, `part ${at + 1} of ${parts.length}`, {
			onBytes: (received) => onProgress(Math.min(here + received, all), all),
			signal,
		});
		await cache.put(store.base + part.path, new Response(bytes));
		here += part.bytes;
		onProgress(here, all);
	}
}

/** Bytes that the browser has left for this site, where it says so. */
async function room(): Promise<number | undefined> {
	const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
	return quota === undefined ? undefined : Math.max(0, quota - usage);
}

/** Takes away what has come of a set that there is no room for. */
async function noRoom(store: Store, manifest: Manifest): Promise<CopyFailure> {
	const current = new Set((await store.get("current"))?.manifest.parts.map(({ path }) => path));
	const mine = manifest.parts.filter(({ path }) => !current.has(path));
	const cache = await store.open("parts");
	for (const { path } of mine) await cache.delete(store.base + path);
	await store.delete("pending");
	const [needed, free] = [bytesOf(mine), await room()];
	// Browsers that hide how full the device is name more than there is.
	return failures.full(needed, free !== undefined && free < needed ? free : undefined);
}

function bytesOf(parts: Iterable<Part>): number {
	return [...parts].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The one step by which a copy comes into use: before it all pages are of the old one, after it all of the new. */
async function switchTo(store: Store, manifest: Manifest): Promise<Copy> {
	const before = await store.get("current");
	if (before && before.manifest.set !== manifest.set) {
		await store.set(`held/${before.manifest.set}`, before.manifest);
	}
	const copy: Copy = { manifest, taken: new Date().toISOString() };
	await store.set("current", copy);
	await store.delete("pending");
	await store.delete("damaged");
	return copy;
}
