import { expect, test } from "vitest";
import type { Hit } from "./match.ts";
import { encodeNeighbours, pairWith } from "./neighbours.ts";
import { decodePairs, encodePair, pairName } from "./pairs.ts";

const PARTS = ["text", "authors", "title"];
const NO_HIT: Hit = { text: [], title: [], authors: [], organization: [] };
const NOWHERE = { papers: [], parts: [], positions: [] };

const pair = {
	beside: { papers: [3, 3, 3, 99_999], parts: [0, 0, 2, 1], positions: [1, 300, 4, 0] },
	within: { papers: [0], parts: [0], positions: [7] },
};

/** Three places: two common words before, five at it, none beside the last. */
const starts = Uint32Array.of(0, 2, 7, 8, 8, 8, 8);
const words = Uint32Array.of(0, 200, 0, 1, 1, 2, 3, 1);
const neighbours = () => encodeNeighbours("wren", Uint32Array.of(1, 2, 4), { starts, words });

test("a file of pairs and neighbours is read as it was written", () => {
	const file = Buffer.concat([
		encodePair(pairName("of", "the"), pair),
		encodePair(pairName("the", "the"), { beside: NOWHERE, within: NOWHERE }),
		neighbours(),
	]);
	const { pairs, neighbours: read } = decodePairs(file, PARTS);
	expect([...pairs.keys()]).toEqual(["of the", "the the"]);
	expect([...(pairs.get("of the")?.beside ?? [])]).toEqual([
		[3, { ...NO_HIT, text: [1, 300], title: [4] }],
		[99_999, { ...NO_HIT, authors: [0] }],
	]);
	expect([...(pairs.get("of the")?.within ?? [])]).toEqual([[0, { ...NO_HIT, text: [7] }]]);
	expect(read.get("wren")).toEqual({
		before: [[0, 200], [0, 1, 1, 2, 3], []],
		within: [[0, 1, 1, 2, 3], [1], []],
		after: [[1], [], []],
	});
});

test("a word and a common one are a pair where the common one stands beside it", () => {
	const hits = new Map<number, Hit>([
		[9, { ...NO_HIT, title: [6], text: [] }],
		[2, { ...NO_HIT, title: [5], text: [8] }],
	]);
	const read = decodePairs(neighbours(), PARTS).neighbours.get("wren") ?? expect.fail();
	expect(pairWith(hits, read, 1, true, PARTS)).toEqual({
		beside: new Map([[2, { ...NO_HIT, title: [5] }]]),
		within: new Map([[2, { ...NO_HIT, text: [8], title: [5] }]]),
	});
	expect(pairWith(hits, read, 1, false, PARTS)).toEqual({
		beside: new Map([[2, { ...NO_HIT, text: [9] }]]),
		within: new Map([[2, { ...NO_HIT, text: [8, 8], title: [5] }]]),
	});
	expect(() =>
		pairWith(new Map([...hits, [1, { ...NO_HIT, text: [1] }]]), read, 1, true, PARTS),
	).toThrowErrorMatchingInlineSnapshot(`[RangeError: the neighbours are those of another word]`);
});

test("a damaged file is refused", () => {
	const file = Buffer.concat([encodePair("of the", pair), neighbours()]);
	for (let length = 1; length < file.length; length++) {
		if (length === encodePair("of the", pair).length) continue;
		expect(() => decodePairs(file.subarray(0, length), PARTS), `${length} bytes`).toThrow(
			RangeError,
		);
	}
	expect(() => decodePairs(file, ["text"])).toThrowErrorMatchingInlineSnapshot(
		`[RangeError: a pair stands in a part that no paper has]`,
	);
});
