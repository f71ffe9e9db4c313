import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { isRunning } from "./processes.ts";

/**
 * Replaces the output folder whole or not at all. The site is built beside it and
 * takes its place at the very end, so that a build that stops leaves the last one
 * as it was. Stands last in the list of integrations.
 */
export function wholeOutput(): AstroIntegration {
	let target: URL | undefined;
	return {
		name: "whole-output",
		hooks: {
			"astro:config:setup": ({ command, config, updateConfig }) => {
				if (command !== "build") return;
				target = config.outDir;
				const building = beside(target);
				removeAbandoned(new URL("../", target));
				updateConfig({ outDir: building });
			},
			"astro:build:done": ({ dir, logger }) => {
				if (!target) return;
				const previous = beside(target, "-previous");
				if (existsSync(target)) renameSync(target, previous);
				renameSync(dir, target);
				rmSync(previous, { recursive: true, force: true });
				logger.info(`the site is in ${fileURLToPath(target)}`);
			},
		},
	};
}

/** A folder of this build beside the folder that is built: if the build is killed, the next one takes it away. */
export function besideOutput(outDir: URL, name: "search"): URL {
	return beside(outDir, `-${name}`);
}

function beside(folder: URL, name = ""): URL {
	return new URL(`../.dist-${process.pid}${name}/`, folder);
}

/** Takes away what builds that were killed have left; those of builds still running stay. */
function removeAbandoned(folder: URL): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const pid = /^\.dist-(\d+)(?:-[a-z]+)?$/.exec(name)?.[1];
		// A process of this number that has ended may have been given its number again: to this one.
		if (pid && (Number(pid) === process.pid || !isRunning(Number(pid)))) {
			rmSync(new URL(`${name}/`, folder), { recursive: true, force: true });
		}
	}
}
