import { statSync } from "node:fs";
import { contentFolder } from "../entry/folder.ts";

/** Bytes of the list of ids from which a collection is large: about 20,000 papers. */
const LARGE_LIST = 1_000_000;

/**
 * Starts this program again with fewer arenas of glibc, where the collection is large. glibc has
 * up to eight arenas for each core (`MALLOC_ARENA_MAX`, mallopt(3)), and keeps in each what threads have
 * freed outside of V8's heaps. It reads the setting once, before Node
 * begins. Elsewhere nothing is done, nor where somebody has set it.
 */
export function fewArenas(list = contentFolder().ids): void {
	if (process.platform !== "linux" || process.env.MALLOC_ARENA_MAX) return;
	const bytes = statSync(list, { throwIfNoEntry: false })?.size ?? 0;
	if (bytes < LARGE_LIST) return;
	const { execPath, execArgv, argv, env } = process;
	// Node marks it as experimental: where it is gone, the build takes more memory.
	process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], {
		...env,
		MALLOC_ARENA_MAX: "2",
	});
}
