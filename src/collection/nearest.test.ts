import { expect, test } from "vitest";
import { nearestColumns, relatedAt } from "./nearest.ts";
import type { Nearest } from "./related.ts";

const nearest = (...related: Nearest["related"]): Nearest => ({
	related,
	positions: related.map(({ position }) => position),
	least: related.length / 10,
});
const wrens = nearest({ position: 2, shared: ["song", "wren"] }, { position: 1, shared: ["nest"] });
const swifts = nearest({ position: 0, shared: ["flight", "nest", "song"] });

test("related papers are read as they were put, and words that none has any more are gone", () => {
	const first = nearestColumns(3, [0, 1, 2], (at) => [wrens, nearest(), swifts][at] ?? nearest());
	expect([0, 1, 2, 3, -1].map((at) => relatedAt(first, at))).toEqual([
		wrens.related,
		[],
		swifts.related,
		[],
		[],
	]);
	expect(first.words).toEqual(["song", "wren", "nest", "flight"]);
	const robins = nearest({ position: 2, shared: ["dusk", "song"] });
	const then = nearestColumns(3, [0], () => robins, first);
	expect([0, 2].map((at) => relatedAt(then, at))).toEqual([robins.related, swifts.related]);
	expect(then.words).toEqual(["dusk", "song", "flight", "nest"]);
	expect(then.least).toEqual(Float64Array.of(0.1, 0, 0.1));
	expect(relatedAt(first, 0)).toEqual(wrens.related);
});
