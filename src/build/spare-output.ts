import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { listed, removeFiles } from "../cache/on-disk.ts";
import { onOneDisk } from "./disks.ts";
import type { SpareFound } from "./outputs-worker.ts";

/** The folder of it, in that of what builds keep for each other. */
export const SPARE = "spare";

/**
 * The output of the build before the last, if it was left in `folder`: most of its files are those of
 * the last one. To change a few of them takes no time beside making 10,000 folders, linking 30,000
 * files and removing as many. Moves it to where the next one is built, with all that stands there
 * already, and without the files that the last output does not share. Gives the files (paths within it)
 * that the last output has too, as hard links to the same content; `undefined` where it is of no use,
 * and is removed.
 */
export function takeSpare(
	folder: string,
	{ same, other }: SpareFound,
	now: string,
): Set<string> | undefined {
	if (same.length <= other.length || !onOneDisk(folder, path.dirname(now))) {
		rmSync(folder, { recursive: true, force: true });
		return undefined;
	}
	removeFiles(folder, other);
	const shared = new Set(same);
	for (const file of listed(now)) {
		const place = path.join(folder, file);
		mkdirSync(path.dirname(place), { recursive: true });
		renameSync(path.join(now, file), place);
		shared.delete(file);
	}
	rmSync(now, { recursive: true, force: true });
	renameSync(folder, now);
	return shared;
}

/** Leaves an output that was replaced for the next build, where that `wants` it and there is room; otherwise removes it. */
export function leaveSpare(output: string, folder: string, wants: boolean): void {
	if (!wants || !moved(output, folder)) rmSync(output, { recursive: true, force: true });
}

function moved(from: string, to: string): boolean {
	try {
		rmSync(to, { recursive: true, force: true });
		mkdirSync(path.dirname(to), { recursive: true });
		renameSync(from, to);
		return true;
	} catch {
		// Another disk, or a cache that cannot be written.
		return false;
	}
}
