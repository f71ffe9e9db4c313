import { linkSync, mkdirSync, rmdirSync } from "node:fs";
import path from "node:path";
import { type Kept, readKept, writeKept } from "../cache/kept.ts";
import { lastOutput, useLastOutput, type Written, writtenAt } from "../cache/last-output.ts";
import { type OnDisk, removeFiles } from "../cache/on-disk.ts";
import { inThread } from "../workers/thread.ts";
import type { FoldersTask } from "./folders-worker.ts";
import type { OutputsBefore } from "./outputs.ts";
import type { PagePath } from "./page-paths.ts";
import { takeSpare } from "./spare-output.ts";

/** Where the output of the last build lies, where this one writes, and where it is noted what was written. */
export interface Outputs {
	last: string;
	now: string;
	/** Where the output of the build before the last lies, if it was left: see `spare-output.ts`. */
	spare: string;
	/** What was found in both. */
	before: OutputsBefore;
	/** A folder (with a slash at its end) that is filled by others, who take what they can. */
	apart: string;
	/** The file of the notes. */
	notes: string;
	/** What decides beside their keys how pages look: see `contextOf` in `cache/kept.ts`. */
	context: string;
}

type KeyedPath = Pick<PagePath, "pathname" | "route" | "cacheKey">;

/** Takes pages with the key that they had in the last build from its output, and notes this one's. */
export interface KeptPages {
	/** Takes what can be taken of these paths, and gives the others, which are to be rendered. */
	take<One extends KeyedPath>(paths: readonly One[]): Promise<One[]>;
	/** So many pages were taken. */
	taken(): number;
	/** Pages and other files that were taken, as they lie on the disk. */
	files(): OnDisk[];
	/** Files in the folder `apart` that are those of the last output. */
	leftApart(): OnDisk[];
	/** To be called when all pages are written. */
	note(): void;
}

/**
 * Pages whose `cacheKey` (`collection/page-key.ts`) is that of the last build are hard links to
 * its files, where those are as they were written; all others are rendered. A page without a key
 * is always rendered. Where files cannot be linked, nothing is taken. Most links are there already
 * where the output of the build before the last was left.
 */
export function keptPages(outputs: Outputs): KeptPages {
	const before = readKept<Written>(outputs.notes, outputs.context);
	const now = new Map<string, Kept<Written>>();
	const keys = new Map<string, string>();
	const { last, spare } = outputs.before;
	useLastOutput(outputs.last, last, before);
	const made = spare ? undefined : makeFolders(outputs.now, before.keys());
	let there: Set<string> | undefined;
	const apart: string[] = [];
	const found = (files: Iterable<string>) =>
		Array.from(files, (name) => last.get(name) ?? []).flat();
	let pages = 0;

	function isTaken(file: string, key: string): boolean {
		const kept = before.get(file);
		if (!kept || !lastOutput().has(file, key)) return false;
		if (there?.delete(file)) {
			now.set(file, kept);
			return true;
		}
		// On another disk it is rendered.
		if (!linked(path.join(outputs.last, file), path.join(outputs.now, file))) return false;
		now.set(file, kept);
		return true;
	}

	function isApart(name: string): boolean {
		return `${name}/`.startsWith(outputs.apart);
	}

	return {
		async take(paths) {
			there = spare && takeSpare(outputs.spare, spare, outputs.now);
			if (!there) await (made ?? makeFolders(outputs.now, before.keys()));
			const rest = paths.filter((one) => {
				if (one.cacheKey === undefined) return true;
				const file = fileOf(one);
				if (isTaken(file, one.cacheKey)) {
					if (one.route.type === "page") pages += 1;
					return false;
				}
				keys.set(file, one.cacheKey);
				return true;
			});
			// Nothing is written into a file that the last output shares.
			const left = [...(there ?? [])];
			apart.push(...left.filter(isApart));
			removeFiles(
				outputs.now,
				left.filter((name) => !isApart(name)),
			);
			return rest;
		},
		taken: () => pages,
		files: () => found(now.keys()),
		leftApart: () => found(apart),
		note() {
			for (const [file, digest] of keys) {
				const value = writtenAt(path.join(outputs.now, file));
				if (value) now.set(file, { digest, value });
			}
			const withFolders = spare && there ? [...spare.same, ...spare.other] : [...before.keys()];
			removeEmpty(
				outputs.now,
				foldersOf(withFolders.filter((name) => !now.has(name) && !isApart(name))),
			);
			writeKept(outputs.notes, outputs.context, now);
		},
	};
}

/** Path within the output of a page, or another file. */
export function fileOf({ pathname, route }: KeyedPath): string {
	const place = pathname.replace(/^\/|\/$/g, "");
	if (route.type !== "page") return place;
	if (place === "404") return "404.html";
	// To join 30,000 paths takes a while.
	return place === "" ? "index.html" : `${place}/index.html`;
}

/** Links a file to a place that is free, in a folder that need not be there; false where that cannot be done. */
function linked(from: string, to: string): boolean {
	for (const again of [true, false]) {
		try {
			linkSync(from, to);
			return true;
		} catch (cause) {
			if (!again || (cause as NodeJS.ErrnoException).code !== "ENOENT") return false;
			mkdirSync(path.dirname(to), { recursive: true });
		}
	}
	return false;
}

/** The folders of files, and those that they are in. */
function foldersOf(files: Iterable<string>): Set<string> {
	const folders = new Set<string>();
	for (const file of files) {
		let folder = path.dirname(file);
		for (; folder !== "." && !folders.has(folder); folder = path.dirname(folder)) {
			folders.add(folder);
		}
	}
	return folders;
}

/** Makes the folders of files in a thread of its own, while this one finds out what is in them: thousands take a second. */
function makeFolders(root: string, files: Iterable<string>): Promise<void> {
	const task: FoldersTask = Array.from(foldersOf(files), (folder) => path.join(root, folder));
	if (task.length === 0) return Promise.resolve();
	return inThread(new URL("folders-worker.ts", import.meta.url), task);
}

/** Removes those of the folders that have nothing in them, the innermost first. */
function removeEmpty(root: string, folders: ReadonlySet<string>): void {
	for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
		try {
			rmdirSync(path.join(root, folder));
		} catch {
			// Files are in it, or it is not there.
		}
	}
}
