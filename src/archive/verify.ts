import { type Checksums, readChecksums, sha256 } from "./checksums.ts";
import { MANIFEST } from "./layout.ts";
import { openArchive } from "./opened.ts";

/** What was found in an archive. */
export interface Verdict {
	/** Number of files that were checked. */
	files: number;
	/** Everything that is not as the manifest says, each with its path; none where all is right. */
	problems: string[];
}

/** Compares every file of an archive, a zip or a folder, with its manifest. Throws Unreadable. */
export async function verifyArchive(file: string): Promise<Verdict> {
	const opened = await openArchive(file);
	const found: Checksums = new Map();
	const damaged: string[] = [];
	let manifest: string | undefined;
	for (const { path, bytes } of opened.files()) {
		if (!bytes) damaged.push(path);
		else if (path === MANIFEST) manifest = new TextDecoder().decode(bytes);
		else found.set(path, sha256(bytes));
	}
	return {
		files: opened.paths.length,
		problems: [...opened.problems, ...compare(manifest, found, damaged)],
	};
}

/**
 * What differs between a manifest and the checksums of what was found. `damaged` are files that
 * are there and cannot be read.
 */
export function compare(
	manifest: string | undefined,
	found: Checksums,
	damaged: readonly string[] = [],
): string[] {
	if (manifest === undefined) return [`cannot be read: ${MANIFEST}; nothing can be compared`];
	const { checksums, wrongLines } = readChecksums(manifest);
	const there = new Set([...found.keys(), ...damaged]);
	const missing = [...checksums.keys()].filter((path) => !there.has(path));
	const changed = [...checksums].filter(
		([path, digest]) => found.has(path) && found.get(path) !== digest,
	);
	const additional = [...found.keys()].filter((path) => !checksums.has(path));
	return [
		...wrongLines.map((line) => `not a checksum: ${MANIFEST}, line ${line}`),
		...missing.map((path) => `missing: ${path}`),
		...changed.map(([path]) => `changed: ${path}`),
		...damaged.filter((path) => path !== MANIFEST).map((path) => `cannot be read: ${path}`),
		...additional.map((path) => `additional: ${path}`),
	];
}
