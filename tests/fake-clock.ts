import type { Clock } from "../src/import/lookup/pace.ts";

/** A clock whose time passes only where somebody waits for it. */
export function fakeClock(): Clock & { waits: number[] } {
	let now = Date.parse("2026-05-04");
	const waits: number[] = [];
	return {
		waits,
		now: () => now,
		async sleep(time) {
			waits.push(time);
			now += time;
		},
	};
}
