import type { Paper, Repair } from "./schema.ts";

/**
 * What was mended in the texts of all listings that have the paper, in their order. What a
 * further listing shares with those before it is named once.
 */
export function repairsOf({
	source,
	otherSources = [],
}: Pick<Paper, "source" | "otherSources">): Repair[] {
	const all: Repair[] = [];
	for (const { repairs = [] } of source ? [source, ...otherSources] : otherSources) {
		all.push(...repairs.filter((one) => !all.some((other) => isSame(one, other))));
	}
	return all;
}

function isSame(one: Repair, other: Repair): boolean {
	return one.from === other.from && one.to === other.to;
}
