import type { Built } from "./cold.ts";
import type { Waits } from "./dev.ts";
import { bytes, seconds, times, whole } from "./figures.ts";
import { type Grown, growthOf } from "./growth.ts";
import type { Measured } from "./measure.ts";
import type { Target } from "./report.ts";

/** All that was measured; what was not is left out. */
export interface Results {
	papers: number;
	imported?: Measured;
	cold: readonly Built[];
	/** By the name of the subject. */
	again: ReadonlyMap<string, Measured>;
	/** Files of the rebuilt site that a cold build writes otherwise. */
	different?: readonly string[];
	waits?: Waits;
	grown?: readonly Grown[];
}

const OURS = "Offprint";
const HUGO = "Hugo + Pagefind";
const ASTRO = "Astro + Pagefind";

/**
 * The targets of the project beside what was measured. They are meant for 10,000 papers, and for
 * 100,000: on other numbers they are shown, but neither met nor missed.
 */
export function targets(results: Results): Target[] {
	const { papers, imported, cold, again, different, waits, grown = [] } = results;
	const time = (name: string) => cold.find(({ subject }) => subject.name === name)?.wall;
	const own = time(OURS);
	const [hugo, astro] = [ratio(own, time(HUGO)), ratio(time(ASTRO), own)];
	const rebuilt = ratio(again.get(OURS)?.wall, again.get(HUGO)?.wall);
	const last = grown.at(-1);
	const growth = growthOf(grown);
	const counted = whole(papers);
	const row = (
		what: string,
		target: string,
		measured: string,
		met: boolean,
		at = 10_000,
	): Target => {
		const judged = at === (at === 10_000 ? papers : last?.papers);
		return { what, target, measured, ...(judged && measured !== "–" ? { met } : {}) };
	};
	const sized = (text: string) => (last ? `${text} at ${whole(last.papers)}` : text);
	return [
		row(`${counted} papers, cold: ${OURS} to ${HUGO}`, "at most 1.0×", times(hugo), hugo <= 1),
		row(`${counted} papers, cold: ${ASTRO} to ${OURS}`, "at least 6×", times(astro), astro >= 6),
		row(`one abstract edited: ${OURS} to ${HUGO}`, "at most 0.3×", times(rebuilt), rebuilt <= 0.3),
		row(
			"files of the rebuilt site unlike a cold build",
			"none",
			different ? whole(different.length) : "–",
			different?.length === 0,
		),
		row(
			"npm run dev, first page",
			"within 5 s",
			waits ? `${seconds(waits.start)}, the first time ${seconds(waits.first)}` : "–",
			(waits?.start ?? 0) <= 5000,
		),
		row(
			"npm run dev, an edit shown",
			"within 1 s",
			waits ? seconds(waits.edited) : "–",
			(waits?.edited ?? 0) <= 1000,
		),
		row(
			`import of ${counted} CSL-JSON records`,
			"within 20 s",
			imported ? seconds(imported.wall) : "–",
			(imported?.wall ?? 0) <= 20_000,
		),
		row(
			"its memory",
			"under 700 MB",
			imported ? bytes(imported.memory) : "–",
			(imported?.memory ?? 0) < 700e6,
		),
		row(
			"time per paper, to that of 1,000 papers",
			"at most 1.3×",
			sized(times(growth)),
			growth <= 1.3,
			100_000,
		),
		row(
			"memory of the build",
			"at most 6 GB",
			last ? sized(bytes(last.built.memory)) : "–",
			(last?.built.memory ?? 0) <= 6e9,
			100_000,
		),
		row(
			"search, bytes of a first query",
			"at most 300 kB",
			last?.firstQuery === undefined ? "–" : sized(bytes(last.firstQuery)),
			(last?.firstQuery ?? 0) <= 300e3,
			100_000,
		),
	];
}

function ratio(one: number | undefined, other: number | undefined): number {
	return (one ?? Number.NaN) / (other ?? Number.NaN);
}
