import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { PAGES, placeOf } from "../cache/place.ts";
import { contentFolder } from "../entry/folder.ts";
import { haveThreadsGiveWay } from "../workers/worker.ts";

/** Bytes of the list of ids from which a collection is large: about 20,000 papers. */
const LARGE_LIST = 1_000_000;

/**
 * Settings for a short build: less work in all. V8 does not compile a second time what runs often, which a long
 * build has the use of, and clears young objects in one thread alone.
 */
export const SHORT: readonly string[] = ["--no-turbofan", "--no-parallel-scavenge"];

/** Files by which a build is known beforehand. */
interface Foreseen {
	/** The list of ids of the collection. */
	ids: string;
	/** What the build before has noted of its pages. */
	notes: string;
}

/**
 * Fits Node to what this program has to do. It is started again where other settings are better: they are
 * read once, before Node begins. Where a build has been before, threads give way to the main one.
 *
 * `npm run build` begins with the settings for a short build. A long one, as the first is, leaves them out.
 *
 * Where the collection is large, on Linux, glibc has two arenas. It has up to eight for each core
 * otherwise (`MALLOC_ARENA_MAX`, mallopt(3)), and keeps in each what threads have freed outside of V8's
 * heaps. What somebody has set stays.
 */
export function fitNode(files = foreseen()): void {
	const { execPath, execArgv, argv, env, platform } = process;
	const isShort = (setting: string) => SHORT.includes(setting);
	const isFirst = !existsSync(files.notes);
	const isLong = isFirst && execArgv.some(isShort);
	const isLarge = (statSync(files.ids, { throwIfNoEntry: false })?.size ?? 0) >= LARGE_LIST;
	const hasArenas = platform !== "linux" || env.MALLOC_ARENA_MAX !== undefined;
	if (!isFirst) haveThreadsGiveWay();
	if (!isLong && (!isLarge || hasArenas)) return;
	const settings = execArgv.filter((setting) => !(isLong && isShort(setting)));
	// Node marks it as experimental: where it is not there, the build takes more time and memory.
	process.execve?.(execPath, [execPath, ...settings, ...argv.slice(1)], {
		...env,
		...(isLarge && !hasArenas && { MALLOC_ARENA_MAX: "2" }),
	});
}

function foreseen(): Foreseen {
	const { root, ids } = contentFolder();
	return { ids, notes: path.resolve(placeOf(root).folder, PAGES) };
}
