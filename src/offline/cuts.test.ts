import { expect, test } from "vitest";
import { Cuts, markOf } from "./cuts.ts";

const USUAL = 20_000;
const ITEMS = Array.from({ length: 5_000 }, (_, at) => ({
	name: `papers/${at}/index.html`,
	bytes: 500 + (markOf(`size of ${at}`) % 1_000),
}));

interface Group {
	names: string[];
	bytes: number;
}

function groupsOf(items: readonly { name: string; bytes: number }[]): Group[] {
	const cuts = new Cuts(USUAL);
	const groups: Group[] = [{ names: [], bytes: 0 }];
	for (const { name, bytes } of items) {
		if (cuts.startsWith(bytes, markOf(name))) groups.push({ names: [], bytes: 0 });
		const last = groups.at(-1);
		last?.names.push(name);
		if (last) last.bytes += bytes;
	}
	return groups;
}

function newGroups(items: readonly { name: string; bytes: number }[]): number {
	const before = new Set(groupsOf(ITEMS).map((group) => JSON.stringify(group)));
	return groupsOf(items).filter((group) => !before.has(JSON.stringify(group))).length;
}

test("groups are from half to twice the usual size, and of that size on the average", () => {
	const groups = groupsOf(ITEMS).slice(0, -1);
	const bytes = groups.map((group) => group.bytes);
	expect(Math.min(...bytes)).toBeGreaterThanOrEqual(USUAL / 2);
	expect(Math.max(...bytes)).toBeLessThanOrEqual(USUAL * 2);
	const average = bytes.reduce((sum, size) => sum + size, 0) / groups.length;
	expect(Math.abs(average - USUAL)).toBeLessThan(USUAL / 8);
});

test("an item that grows, goes or comes changes few groups", () => {
	const changes = Array.from({ length: 40 }, (_, at) => at * 120).flatMap((at) => [
		newGroups(ITEMS.with(at, { name: ITEMS[at]?.name ?? "", bytes: 1_600 })),
		newGroups(ITEMS.toSpliced(at, 1)),
		newGroups(ITEMS.toSpliced(at, 0, { name: "papers/new/index.html", bytes: 1_000 })),
	]);
	expect(Math.max(...changes)).toBeLessThan(12);
	expect(changes.reduce((sum, count) => sum + count, 0) / changes.length).toBeLessThan(2);
});

test("an item that is larger than any group stands alone", () => {
	const large = { name: "large", bytes: USUAL * 5 };
	const groups = groupsOf(ITEMS.toSpliced(100, 0, large));
	expect(groups.find(({ names }) => names.includes("large"))?.names).toEqual(["large"]);
});
