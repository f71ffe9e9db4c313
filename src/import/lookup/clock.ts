import { setTimeout } from "node:timers/promises";

/** Time, so that a test need not wait for it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after so many milliseconds. */
	sleep(milliseconds: number): Promise<unknown>;
}

/** The time that it is. */
export const realClock: Clock = { now: Date.now, sleep: (time) => setTimeout(time) };
