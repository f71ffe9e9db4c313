import { setFlagsFromString } from "node:v8";

/**
 * Megabytes of one half of a thread's memory for what is new. The main thread of a build has 32 and makes
 * the most; in each of ten threads so much would only be memory for the system to clear.
 */
const SEMI_SPACE = 16;

/**
 * From now on threads begin with a memory of this size, not with that of the main thread
 * (https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib).
 */
export function smallHeaps(): void {
	for (const bound of ["min", "max"]) {
		setFlagsFromString(`--${bound}-semi-space-size=${SEMI_SPACE}`);
	}
}
