import path from "node:path";
import { setAside } from "./aside.ts";
import { recordsFor, writeSources } from "./collection.ts";
import { bytes, seconds, table, times, whole } from "./figures.ts";
import { type Measured, measure } from "./measure.ts";
import { buildOf, importSources, removeCaches } from "./ours.ts";
import { sizeOf } from "./outputs.ts";

/** What a collection of a size took. */
export interface Grown {
	papers: number;
	imported: Measured;
	built: Measured;
	files: number;
	bytes: number;
	/** Most bytes that a reader's first query transfers; left out where it was not measured. */
	firstQuery?: number;
}

/** Imports and builds a collection of a size from nothing, in a folder that is taken away. */
export async function grow(
	papers: number,
	folder: string,
	firstQuery: (dist: string) => Promise<number | undefined>,
): Promise<Grown> {
	const content = path.join(folder, `content-${papers}`);
	const out = path.join(folder, `site-${papers}`);
	try {
		writeSources(content, recordsFor(papers));
		const imported = await importSources(content);
		removeCaches(content);
		const built = await measure(buildOf(content, out));
		const sent = await firstQuery(out);
		return {
			papers,
			imported,
			built,
			...sizeOf(out),
			...(sent === undefined ? {} : { firstQuery: sent }),
		};
	} finally {
		removeCaches(content);
		for (const made of [content, out]) setAside(made);
	}
}

/** Time per paper of the last beside that of the first. */
export function growthOf(grown: readonly Grown[]): number {
	const perPaper = ({ built, papers }: Grown) => built.wall / papers;
	const [first, last] = [grown[0], grown.at(-1)];
	return first && last ? perPaper(last) / perPaper(first) : Number.NaN;
}

/** Collections of several sizes beside the smallest. */
export function growthTable(grown: readonly Grown[]): string {
	return table(
		[
			...["papers", "import", "its memory", "build", "each paper", "× first", "memory"],
			...["files", "written", "first query"],
		],
		grown.map((one, at) => [
			whole(one.papers),
			seconds(one.imported.wall),
			bytes(one.imported.memory),
			seconds(one.built.wall),
			`${(one.built.wall / one.papers).toFixed(2)} ms`,
			times(growthOf(grown.slice(0, at + 1))),
			bytes(one.built.memory),
			whole(one.files),
			bytes(one.bytes),
			one.firstQuery === undefined ? "–" : bytes(one.firstQuery),
		]),
	);
}
