/** A stage of a build and how long it took. */
export interface Stage {
	name: string;
	seconds: number;
}

const begun: { name: string; at: number }[] = [];

/** The build is in this stage from now on. */
export function beginStage(name: string): void {
	begun.push({ name, at: performance.now() });
}

/** The stages until now, in their order. */
export function stageTimes(): Stage[] {
	const end = performance.now();
	return begun.map(({ name, at }, index) => ({
		name,
		seconds: ((begun[index + 1]?.at ?? end) - at) / 1000,
	}));
}
