import fc from "fast-check";
import { expect, test } from "vitest";
import { groups } from "./groups.ts";

interface Sized {
	word: string;
	size: number;
}

function grouped(items: readonly Sized[], least: number, most: number): Sized[][] {
	const all: Sized[][] = [];
	const open = groups<Sized>({ least, most, sizeOf: ({ size }) => size }, (some) => all.push(some));
	for (const item of items) open.add(item);
	open.end();
	return all;
}

const sizeOf = (some: readonly Sized[]) => some.reduce((sum, { size }) => sum + size, 0);

const items = fc.array(fc.record({ word: fc.string(), size: fc.integer({ min: 1, max: 30 }) }), {
	maxLength: 200,
});

test("every item is in a group, in its order, and no group is too large, but for a single item", () => {
	fc.assert(
		fc.property(items, (given) => {
			const all = grouped(given, 20, 50);
			expect(all.flat()).toEqual(given);
			for (const some of all) {
				expect(some.length).toBeGreaterThan(0);
				expect(sizeOf(some)).toBeLessThanOrEqual(50);
			}
		}),
	);
	expect(grouped([], 20, 50)).toEqual([]);
});

test("an item as large as a group is one by itself", () => {
	const given = [3, 60, 4, 5].map((size, at) => ({ word: `w${at}`, size }));
	expect(grouped(given, 20, 50).map((some) => some.map(({ size }) => size))).toEqual([
		[3],
		[60],
		[4, 5],
	]);
});

test("one more item changes the groups near it alone", () => {
	const given = Array.from({ length: 5000 }, (_, at) => ({
		word: `word${String(at).padStart(4, "0")}`,
		size: 5 + ((at * 7) % 11),
	}));
	const more = given.toSpliced(1000, 0, { word: "word0999b", size: 9 });
	const key = (some: readonly Sized[]) => some.map(({ word }) => word).join();
	const before = new Set(grouped(given, 200, 450).map(key));
	const changed = grouped(more, 200, 450).filter((some) => !before.has(key(some)));
	expect(before.size).toBeGreaterThan(100);
	expect(changed.length).toBeLessThan(12);
});
