import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Bytes that builds of all peers leave on the disk for a paper, together, in one run. */
const LEFT = 250_000;

/** Bytes that are set aside, or stand where they are, by the end of so many runs with so many papers, about. */
export function roomFor(papers: number, runs: number): number {
	return (runs + 1) * papers * LEFT;
}

let folder: string | undefined;
let moved = 0;

/**
 * Takes away what a build has left, if it is there: to a folder that is removed when the program
 * ends, on the same disk. Removed at once it would slow down the next build: for five minutes ext4
 * gives the places of removed files to no others, and looks at them again for each new folder
 * (`recently_deleted` in https://github.com/torvalds/linux/blob/master/fs/ext4/ialloc.c). For 10,000
 * folders with a file each: 0.9 to 1.3 s without, 2 to 5 s with 30,000 files removed just before.
 */
export function setAside(place: string): void {
	if (!existsSync(place)) return;
	folder ??= madeFolder();
	renameSync(place, path.join(folder, String(++moved)));
}

function madeFolder(): string {
	const made = mkdtempSync(path.join(tmpdir(), "aside-"));
	process.once("exit", () => rmSync(made, { recursive: true, force: true }));
	return made;
}
