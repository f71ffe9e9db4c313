import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { writeWhole } from "../write.ts";

/** Time, so that a test need not wait for it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after so many milliseconds. */
	sleep(milliseconds: number): Promise<unknown>;
}

/** The time that it is. */
export const realClock: Clock = { now: Date.now, sleep: (time) => setTimeout(time) };

/** Whoever held the lock so long, in milliseconds, was stopped while holding it: it takes no time. */
const ABANDONED = 5_000;
/** A turn later than this, in milliseconds, was written by a clock that was wrong. */
const FAR = 10 * 60_000;

/**
 * Waits for one's turn: at most one in `gap` milliseconds, also among several runs of a
 * command at once, which share the folder. Where nothing can be written there, among the
 * turns of this run alone. What it gives is the time of the turn.
 */
export function turns(folder: string, name: string, gap: number, clock: Clock) {
	const file = path.join(folder, `${name}.turn`);
	const lock = path.join(folder, `${name}.lock`);
	let last = 0;

	return async function turn(): Promise<number> {
		const mine = (await shared()) ?? next();
		while (clock.now() < mine) await clock.sleep(mine - clock.now());
		return mine;
	};

	function next(): number {
		const now = clock.now();
		return (last = last > now + FAR ? now : Math.max(now, last + gap));
	}

	async function shared(): Promise<number | undefined> {
		try {
			mkdirSync(folder, { recursive: true });
			while (!taken(lock)) await clock.sleep(10);
		} catch {
			return undefined;
		}
		try {
			last = Math.max(last, lastTurn(file));
			const mine = next();
			writeWhole(file, String(mine));
			return mine;
		} catch {
			return undefined;
		} finally {
			// Not there where another took it for abandoned.
			rmSync(lock, { recursive: true, force: true });
		}
	}
}

/** Takes the lock, a folder: making one succeeds for one process only. */
function taken(lock: string): boolean {
	try {
		mkdirSync(lock);
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
	}
	try {
		if (Date.now() - statSync(lock).mtimeMs > ABANDONED) rmdirSync(lock);
	} catch {
		// Its holder was faster.
	}
	return false;
}

function lastTurn(file: string): number {
	try {
		return Number(readFileSync(file, "utf8")) || 0;
	} catch {
		return 0;
	}
}
