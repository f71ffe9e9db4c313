import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import { buildModel } from "./model.ts";
import { toPages } from "./paging.ts";
import { timeline, toDates, toWeeks } from "./timeline.ts";

function entry(id: string, date?: string, topics: string[] = [], organization?: string): Entry {
	return entryOf({
		id,
		title: `Title of ${id}`,
		topics,
		date,
		organization: organization ? { handle: organization, name: organization } : undefined,
	});
}

const collection = { title: "T", tagline: "t", url: "https://example.org/", language: "en" };
const topic = (id: string) => ({ id, name: id, description: id, terms: [id] });
const ids = (entries: readonly Entry[]) => entries.map(({ paper }) => paper.id);

const entries = [
	entry("b", "2026-05-11", ["song"], "Zoo"),
	entry("undated"),
	entry("newest", "2026-06-01", ["migration", "song"], "Aviary"),
	entry("a", "2026-05-11", ["song"], "Zoo"),
	entry("old", "2025-12-31"),
];
const model = buildModel(collection, [topic("song"), topic("migration"), topic("nests")], entries);

test("papers stand newest first, those of a day by title, undated ones last", () => {
	expect(ids(model.entries)).toEqual(["newest", "a", "b", "old", "undated"]);
	expect(ids(model.undated)).toEqual(["undated"]);
});

test("the order does not depend on the order of the files", () => {
	expect(ids(buildModel(collection, [], [...entries].reverse()).entries)).toEqual(
		ids(model.entries),
	);
});

test("topics keep the order of their file, and one without papers is there too", () => {
	expect(model.topics.map(({ id, entries }) => [id, ids(entries)])).toEqual([
		["song", ["newest", "a", "b"]],
		["migration", ["newest"]],
		["nests", []],
	]);
});

test("each paper knows the one before and the one after it", () => {
	const around = (id: string) => {
		const { newer, older } = model.neighbours(id);
		return [newer?.paper.id, older?.paper.id];
	};
	expect(around("newest")).toEqual([undefined, "a"]);
	expect(around("b")).toEqual(["a", "old"]);
	expect(around("undated")).toEqual(["old", undefined]);
	expect(around("no-such-paper")).toEqual([undefined, undefined]);
});

test("organisations are grouped, in the order of their names", () => {
	expect(model.organizations.map(({ id, name, entries }) => [id, name, ids(entries)])).toEqual([
		["aviary", "Aviary", ["newest"]],
		["zoo", "Zoo", ["a", "b"]],
	]);
});

test("the timeline counts years, months and days, newest first", () => {
	const years = timeline(model.entries).map(({ year, count, months }) => ({
		year,
		count,
		months: months.map(({ month, count, days }) => [month, count, days.map(({ day }) => day)]),
	}));
	expect(years).toEqual([
		{
			year: 2026,
			count: 3,
			months: [
				[6, 1, [1]],
				[5, 2, [11]],
			],
		},
		{ year: 2025, count: 1, months: [[12, 1, [31]]] },
	]);
});

test("weeks begin on Monday and belong to the year of their Thursday, newest first", () => {
	const dated = ["2021-01-04", "2021-01-03", "2020-12-28", "2020-12-27"].map((day) =>
		entry(day, day),
	);
	const weeks = toWeeks(dated).map(({ year, week, first, last, count }) => [
		`${year} W${week}`,
		`${first} ${last}`,
		count,
	]);
	expect(weeks).toEqual([
		["2021 W1", "2021-01-04 2021-01-10", 1],
		["2020 W53", "2020-12-28 2021-01-03", 2],
		["2020 W52", "2020-12-21 2020-12-27", 1],
	]);
	expect(toWeeks([entry("undated")])).toEqual([]);
});

test("dates leave undated papers out", () => {
	expect(toDates(model.entries).map(({ date, entries }) => [date, entries.length])).toEqual([
		["2026-06-01", 1],
		["2026-05-11", 2],
		["2025-12-31", 1],
	]);
});

test("papers without a day or a month stand after the days of their month and year, and in no week", () => {
	const dates = ["2026", "2025-12-31", "2026-05", "2026-05-11", "2026-01-02", "2026-06", "2026"];
	const { entries, years, weeks } = buildModel(
		collection,
		[],
		[...dates.map((date, at) => entry(`${at}`, date)), entry("undated")],
	);
	expect(entries.map(({ paper }) => paper.date)).toEqual([
		"2026-06",
		"2026-05-11",
		"2026-05",
		"2026-01-02",
		"2026",
		"2026",
		"2025-12-31",
		undefined,
	]);
	expect(
		years.map(({ year, count, withoutMonth, months }) => [
			year,
			count,
			ids(withoutMonth),
			...months.map(({ month, count, days, withoutDay }) => [
				month,
				count,
				days.map(({ date }) => date),
				ids(withoutDay),
			]),
		]),
	).toEqual([
		[
			2026,
			6,
			["0", "6"],
			[6, 1, [], ["5"]],
			[5, 2, ["2026-05-11"], ["2"]],
			[1, 1, ["2026-01-02"], []],
		],
		[2025, 1, [], [12, 1, ["2025-12-31"], []]],
	]);
	expect(weeks.flatMap(({ days }) => days.flatMap(({ entries }) => ids(entries)))).toEqual([
		"3",
		"4",
		"1",
	]);
});

test("a long list has pages of 50, and an empty one has one page", () => {
	const many = Array.from({ length: 101 }, (_, index) => entry(`p${index}`));
	expect(
		toPages(many).map(({ number, last, total, entries }) => [number, last, total, entries.length]),
	).toEqual([
		[1, 3, 101, 50],
		[2, 3, 101, 50],
		[3, 3, 101, 1],
	]);
	expect(toPages([])).toEqual([{ number: 1, last: 1, total: 0, from: 1, entries: [] }]);
});
