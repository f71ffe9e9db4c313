import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ContentFolder } from "../entry/folder.ts";
import type { Source } from "./sources.ts";

/** A source from elsewhere that is to be kept in `sources/`, byte for byte. */
export interface Copy {
	/** The file as messages name it. */
	from: string;
	/** The file in `sources/`. */
	to: string;
	bytes: Uint8Array;
	/** Another source that has its name. */
	beside?: string;
}

/**
 * Gives every source its name in `sources/`, and tells which have to be copied there: an
 * entry names its source, and the next import follows it, so it has to be kept. No file is
 * ever replaced by another: where the name is taken, `-2`, `-3` … goes before its ending.
 * `name` is that of a single source, in place of its file's. With `replace` a source is a newer
 * form of the one that has its name, and takes its place.
 */
export function keepSources(
	folder: ContentFolder,
	sources: readonly Source[],
	{ name, replace = false }: { name?: string | undefined; replace?: boolean } = {},
): { sources: Source[]; copies: Copy[] } {
	const copies: Copy[] = [];
	const home = existsSync(folder.sources) ? realpathSync(folder.sources) : undefined;
	const taken = new Map(home ? readdirSync(home).map((file) => [sameName(file), file]) : []);
	const bytesOf = (listing: string): Uint8Array =>
		copies.find(({ to }) => path.posix.basename(to) === listing)?.bytes ??
		readFileSync(path.join(folder.sources, listing));

	const kept = sources.map((source) => {
		if (source.home !== undefined && source.home === home) return source;
		const { name: stem, ext } = path.parse(listingName(name ?? source.listing));
		for (let number = 1; ; number++) {
			const listing = number === 1 ? stem + ext : `${stem}-${number}${ext}`;
			const other = taken.get(sameName(listing));
			const differs = other !== undefined && Buffer.compare(bytesOf(other), source.bytes) !== 0;
			if (differs && !replace) continue;
			if (differs || other === undefined) {
				taken.set(sameName(listing), listing);
				const to = path.posix.join(folder.sources, other ?? listing);
				const beside = number > 1 ? path.posix.join(folder.sources, stem + ext) : undefined;
				copies.push({ from: source.file, to, bytes: source.bytes, ...(beside ? { beside } : {}) });
			}
			return { ...source, listing: other ?? listing };
		}
	});
	return { sources: kept, copies };
}

/** What two names have in common that are one where the file system does not tell cases and accents apart. */
function sameName(name: string): string {
	return name.normalize("NFC").toLowerCase();
}

/** A name that `sources/` takes for a listing: not hidden, not that of its settings, on any system. */
export function listingName(wanted: string): string {
	const name = wanted
		.toWellFormed()
		.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069\\/:*?"<>|]+/gu, "-")
		.replace(/^[.\s]+|[.\s]+$/g, "");
	if (name === "" || /^-+$/.test(name)) return "listing";
	return name === "listings.yaml" ? "listing.yaml" : name;
}
