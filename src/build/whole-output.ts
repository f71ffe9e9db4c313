import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { isRunning } from "./processes.ts";
import { leaveSpare, SPARE } from "./spare-output.ts";

/** Folders of a build (absolute paths). */
export interface Output {
	/** Where the site is built, which is there. */
	now: string;
	/** Where the last one is, if there is one. */
	last: string;
	/** Where the one before the last is, if it was left. */
	spare: string;
	/**
	 * Puts what was built in the place of the last site. That is left for the next build where
	 * much of it is in the new one too (`leave`).
	 */
	put(leave: boolean): void;
}

/**
 * Replaces the output folder (absolute path) whole or not at all. The site is built beside it and
 * takes its place at the very end, so that a build that stops leaves the last one as it was, and
 * nothing else. The one that was replaced may be of use to the next build: see `spare-output.ts`.
 */
export function beginOutput(target: string, cacheDir: string): Output {
	const around = path.dirname(target);
	removeAbandoned(around);
	process.once("exit", () => removeOwn(around));
	const now = path.join(around, own());
	mkdirSync(now, { recursive: true });
	const spare = path.resolve(cacheDir, SPARE);
	return {
		now,
		last: target,
		spare,
		put(leave) {
			const previous = put(now, target);
			if (previous) leaveSpare(previous, spare, leave);
		},
	};
}

/** Puts a built site in the place of another, which is there until the moment at which it is replaced, and says where that is now. */
function put(site: string, target: string): string | undefined {
	const previous = path.join(path.dirname(target), own(`-previous-${path.basename(target)}`));
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
		const [, pid, previous] = /^\.dist-(\d+)(?:-previous-(.+))?$/.exec(name) ?? [];
		return pid ? [{ name, pid: Number(pid), previous }] : [];
	});
}
