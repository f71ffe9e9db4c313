import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { AstroIntegration } from "astro";
import { isRunning } from "./processes.ts";

/** Milliseconds between two looks at whether the other build has ended. */
const INTERVAL = 200;

/**
 * Has builds of one checkout wait for each other: Astro and Vite keep files beside the output
 * that two of them would write at the same time. Stands first in the list of integrations.
 */
export function oneBuild(lock = ".astro/build.lock"): AstroIntegration {
	return {
		name: "one-build",
		hooks: {
			"astro:config:setup": async ({ command, logger }) => {
				if (command !== "build") return;
				mkdirSync(path.dirname(lock), { recursive: true });
				let told = false;
				while (!taken(lock)) {
					if (!told) logger.warn(`another build runs here (process ${ownerOf(lock)}): waiting`);
					told = true;
					await setTimeout(INTERVAL);
				}
				process.once("exit", () => {
					if (ownerOf(lock) === process.pid) rmSync(lock, { force: true });
				});
			},
		},
	};
}

/** Whether this process has the lock now. That of a build which was killed is taken over. */
function taken(lock: string): boolean {
	try {
		writeFileSync(lock, String(process.pid), { flag: "wx" });
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
	}
	const owner = ownerOf(lock);
	// A lock without a number is being written at this moment.
	if (owner !== undefined && !isRunning(owner)) rmSync(lock, { force: true });
	return owner === process.pid;
}

function ownerOf(lock: string): number | undefined {
	try {
		return Number(readFileSync(lock, "utf8")) || undefined;
	} catch {
		return undefined;
	}
}
