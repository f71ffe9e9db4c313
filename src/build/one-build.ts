import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { beginningOf, isRunning } from "./processes.ts";

/** The lock of the builds of a collection, in its folder of Astro's. */
export const BUILD_LOCK = "build.lock";

/** Milliseconds between two looks at whether the other build has ended. */
const INTERVAL = 200;

/** Milliseconds after which a lock without a number is not being written any more: its build was killed. */
const WRITTEN = 5_000;

/**
 * Has builds that would write the same files at the same time wait for each other: those of one
 * lock. To be waited for before anything is written. Gives what lets the next one begin; the end
 * of the process does so too.
 */
export async function oneBuild(
	lock: string,
	tell: (line: string) => void = console.warn,
): Promise<() => void> {
	mkdirSync(path.dirname(lock), { recursive: true });
	let told = false;
	while (!taken(lock)) {
		if (isAbandoned(lock)) {
			rmSync(lock, { force: true });
			continue;
		}
		if (!told) tell(`another build runs here (process ${ownerOf(lock)}): waiting`);
		told = true;
		await setTimeout(INTERVAL);
	}
	const end = () => {
		if (ownerOf(lock) === process.pid) rmSync(lock, { force: true });
	};
	process.once("exit", end);
	return () => {
		process.removeListener("exit", end);
		end();
	};
}

/** Whether this process has the lock now. */
function taken(lock: string): boolean {
	try {
		writeFileSync(lock, `${process.pid} ${beginningOf(process.pid)}`, { flag: "wx" });
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
		// Without room the file is there, and says nothing.
		rmSync(lock, { force: true });
		throw cause;
	}
}

/** Whether the build that has the lock was killed. */
function isAbandoned(lock: string): boolean {
	const [pid, begun] = wordsOf(lock);
	// A number is given again: to this process, or after a restart to one that builds nothing.
	if (Number(pid) === process.pid) return true;
	if (pid) return !isRunning(Number(pid)) || begun !== beginningOf(Number(pid));
	try {
		return Date.now() - statSync(lock).mtimeMs > WRITTEN;
	} catch {
		return false;
	}
}

/** The process that has the lock. */
function ownerOf(lock: string): number | undefined {
	return Number(wordsOf(lock)[0]) || undefined;
}

/** The number of the process that has the lock, and when it began; nothing while that is being written. */
function wordsOf(lock: string): string[] {
	try {
		return readFileSync(lock, "utf8").split(" ");
	} catch {
		return [];
	}
}
