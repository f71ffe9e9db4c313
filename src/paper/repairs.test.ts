import { expect, test } from "vitest";
import { repairsOf } from "./repairs.ts";

const times = { from: "2times", to: "2×" };
const alpha = { from: "alpha", to: "α" };

test("repairs of every listing that has a paper, those that two share once", () => {
	expect(
		repairsOf({
			source: { listing: "a", repairs: [times, times] },
			otherSources: [{ listing: "b" }, { listing: "c", repairs: [alpha, times] }],
		}),
	).toEqual([times, times, alpha]);
	expect(repairsOf({ otherSources: [{ listing: "b", repairs: [alpha] }] })).toEqual([alpha]);
	expect(repairsOf({})).toEqual([]);
});
