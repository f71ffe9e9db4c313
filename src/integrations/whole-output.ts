import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { onOneDisk } from "./disks.ts";
import { pagesTaken } from "./pages.ts";
import { isRunning } from "./processes.ts";
import { leaveSpare, SPARE } from "./spare-output.ts";

/**
 * Replaces the output folder whole or not at all. The site is built beside it and
 * takes its place at the very end, so that a build that stops leaves the last one
 * as it was, and nothing else. The one that was replaced is left for the next build, where much
 * of it is in the new one too: see `spare-output.ts`. Stands last in the list of integrations.
 */
export function wholeOutput({ cacheDir }: { cacheDir: string }): AstroIntegration {
	let target = "";
	return {
		name: "whole-output",
		hooks: {
			"astro:config:setup": ({ command, config, updateConfig }) => {
				if (command !== "build") return;
				target = path.resolve(fileURLToPath(config.outDir));
				const around = [path.dirname(target), path.resolve(fileURLToPath(config.root))];
				for (const folder of around) removeAbandoned(folder);
				// Astro moves files from the project to the output, which it can on one disk alone.
				const [beside = "", inProject = ""] = around;
				const building = onOneDisk(beside, inProject) ? beside : inProject;
				updateConfig({ outDir: pathToFileURL(path.join(building, `${own()}/`)) });
				process.once("exit", () => {
					for (const folder of around) removeOwn(folder);
				});
			},
			"astro:build:done": ({ dir, logger, pages }) => {
				if (!target) return;
				const previous = put(fileURLToPath(dir), target);
				const spare = path.resolve(cacheDir, SPARE);
				if (previous) leaveSpare(previous, spare, pagesTaken() > pages.length);
				logger.info(`the site is in ${target}`);
			},
		},
	};
}

/** A folder of this build beside the folder that is built, which goes with the build. */
export function besideOutput(outDir: URL, name: "search"): URL {
	return new URL(`../${own(`-${name}`)}/`, outDir);
}

/** Puts a built site in the place of another, which is there until the moment at which it is replaced, and says where that is now. */
function put(built: string, target: string): string | undefined {
	const beside = path.dirname(target);
	let site = built;
	if (!onOneDisk(built, beside)) {
		site = path.join(beside, own());
		mkdirSync(beside, { recursive: true });
		cpSync(built, site, { recursive: true });
	}
	const previous = path.join(beside, own(`-previous-${path.basename(target)}`));
	const replaces = existsSync(target);
	if (replaces) renameSync(target, previous);
	try {
		renameSync(site, target);
	} catch (cause) {
		if (replaces) renameSync(previous, target);
		throw cause;
	}
	return replaces ? previous : undefined;
}

function own(name = ""): string {
	return `.dist-${process.pid}${name}`;
}

/** Takes away what builds that were killed have left; those of builds still running stay. */
function removeAbandoned(folder: string): void {
	for (const left of leftIn(folder)) {
		// A process of this number that has ended may have been given its number again: to this one.
		if (left.pid === process.pid || !isRunning(left.pid)) remove(folder, left);
	}
}

/** Takes away what this build has left, where it did not come to the end. */
function removeOwn(folder: string): void {
	for (const left of leftIn(folder)) {
		try {
			if (left.pid === process.pid) remove(folder, left);
		} catch {
			// Threads of this build may still be writing: the next build takes it away.
		}
	}
}

/** A folder of a build, and the name of the site whose last form it is, where it is one. */
interface Left {
	name: string;
	pid: number;
	previous: string | undefined;
}

/** A build that ended just when it had moved the last site away has that put back. */
function remove(folder: string, { name, previous }: Left): void {
	const left = path.join(folder, name);
	const place = previous && path.join(folder, previous);
	if (place && !existsSync(place)) renameSync(left, place);
	else rmSync(left, { recursive: true, force: true, maxRetries: 3 });
}

function leftIn(folder: string): Left[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const [, pid, previous] = /^\.dist-(\d+)(?:-search|-previous-(.+))?$/.exec(name) ?? [];
		return pid ? [{ name, pid: Number(pid), previous }] : [];
	});
}
