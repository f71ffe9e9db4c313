import { expect, test } from "vitest";
import { countTicks, powerTicks, textWidth, timeTicks, wrapped, yearsOf } from "./scale.ts";

const labels = (from: number, to: number, width: number) =>
	timeTicks({ from, to, width }).map(({ label }) => label);

test("ticks of counts are whole and round", () => {
	expect(countTicks(1)).toEqual([0, 1]);
	expect(countTicks(7)).toEqual([0, 2, 4, 6]);
	expect(countTicks(413)).toEqual([0, 200, 400]);
	expect(powerTicks(0)).toEqual([0]);
	expect(powerTicks(2500)).toEqual([0, 1, 10, 100, 1000]);
});

test("a few months are named, with their year at the first and at each January", () => {
	expect(labels(yearsOf(2025, 11), yearsOf(2026, 3), 300)).toEqual([
		"Nov\n2025",
		"Dec",
		"Jan\n2026",
		"Feb",
	]);
	expect(labels(yearsOf(2025, 11), yearsOf(2027, 10), 300)).toEqual([
		"Jan\n2026",
		"Apr",
		"Jul",
		"Oct",
		"Jan\n2027",
		"Apr",
		"Jul",
	]);
	expect(labels(yearsOf(2024, 2), yearsOf(2024, 3), 300)).toEqual(["Feb\n2024"]);
});

test("years are named where they begin, and the first one at the edge where there is room", () => {
	expect(labels(yearsOf(2023, 7), yearsOf(2026, 7), 300)).toEqual(["2023", "2024", "2025", "2026"]);
	expect(labels(yearsOf(2023, 11), yearsOf(2026, 7), 300)).toEqual(["2024", "2025", "2026"]);
	expect(labels(1665, 2100, 700)).toEqual([
		"1665",
		"1700",
		"1750",
		"1800",
		"1850",
		"1900",
		"1950",
		"2000",
		"2050",
	]);
});

test("labels are broken between words and cut where they do not fit", () => {
	expect(wrapped("Song", 100)).toBe("Song");
	expect(wrapped("Where birds go in winter", 80, 2)).toBe("Where birds\ngo in winter");
	expect(wrapped("Where birds go in winter, and how", 80, 2)).toBe("Where birds\ngo in winte…");
	expect(wrapped("Zugvogelwanderungsforschung", 80, 2)).toBe("Zugvogelwan…");
	expect(textWidth(wrapped("鳥の渡りと歌声の研究", 80))).toBeLessThanOrEqual(80);
});
