import { statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { existing } from "./disks.ts";

/** A disk with less room than this, in bytes, is full: what did not fit is larger than what is left. */
const FULL = 1e6;

/**
 * Says, after a build that fails, which of the disks of these folders, and of temporary files, are
 * full: whoever could not write tells neither where nor what to do. To be called first, to look
 * before what the build has left is taken away.
 */
export function tellFullDisks(folders: readonly string[]): void {
	process.once("exit", (code) => {
		if (code === 0) return;
		for (const line of fullDisks([...folders, tmpdir()])) console.error(line);
	});
}

/** What is to be said of the disks that these folders are on, once of each. */
export function fullDisks(folders: readonly string[]): string[] {
	const said = new Map<number, string>();
	for (const folder of folders.map(existing)) {
		const disk = statSync(folder).dev;
		const left = roomLeft(folder);
		if (left === undefined || said.has(disk)) continue;
		said.set(
			disk,
			`${folder}: unexpected ${left} on this disk, expected enough for the site and what builds keep\n    Make room there, or name folders elsewhere (--outDir, OFFPRINT_CACHE, TMPDIR), and build again: the last site is as it was.`,
		);
	}
	return [...said.values()];
}

/** What is left of a full disk, as people read it; nothing where there is room. */
function roomLeft(folder: string): string | undefined {
	const { bsize, bfree, bavail, files, ffree } = statfsSync(folder);
	// What is set aside for the administrator is room for nobody else.
	const bytes = bsize * (process.getuid?.() === 0 ? bfree : bavail);
	if (bytes < FULL) return `${(bytes / 1e6).toFixed(1)} MB of room`;
	// Some file systems have no such limit, and say 0 of 0.
	return files > 0 && ffree === 0 ? "no room for another file" : undefined;
}
