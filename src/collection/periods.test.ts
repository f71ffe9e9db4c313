import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import { buildModel } from "./model.ts";
import { allPeriods, ordersOf } from "./periods.ts";

const entry = (id: string, date: string, commentCount?: number): Entry =>
	entryOf({ id, date, commentCount });

const collection = { title: "T", tagline: "t", url: "https://example.org/", language: "en" };
const periods = (...entries: Entry[]) => allPeriods(buildModel(collection, [], entries));

test("a day leads to its week, and a week between two years to a year that has papers", () => {
	const [month, week, day] = periods(entry("a", "2024-12-30"));
	expect(month).toMatchObject({ path: "2024/12", title: "December 2024" });
	expect(week).toMatchObject({
		path: "2025/w01",
		title: "Week 1 of 2025",
		lead: "30 December 2024 – 5 January 2025.",
	});
	// There is no page of 2025.
	expect(week?.trail.at(-1)).toEqual(["2024", "/dates/2024/"]);
	expect(day).toMatchObject({
		path: "2024/12/30",
		week: ["Week 1 of 2025", "/dates/2025/w01/"],
	});
});

test("a week that has papers in both its years leads to its own", () => {
	const all = periods(entry("a", "2024-12-30"), entry("b", "2025-01-01"));
	const week = all.find(({ path }) => path === "2025/w01");
	expect(week?.trail.at(-1)).toEqual(["2025", "/dates/2025/"]);
	expect(week?.entries.map(({ paper }) => paper.id)).toEqual(["b", "a"]);
});

test("a list has a second order where there is something to sort by", () => {
	const orders = (...entries: Entry[]) => periods(...entries).map(ordersOf);
	expect(orders(entry("a", "2026-05-11", 2))).toEqual([
		{ newest: "/dates/2026/05/" },
		{ newest: "/dates/2026/w20/" },
		{ title: "/dates/2026/05/11/" },
	]);
	expect(orders(entry("a", "2026-05-11", 2), entry("b", "2026-05-11"))).toEqual([
		{ newest: "/dates/2026/05/", trending: "/dates/2026/05/trending/" },
		{ newest: "/dates/2026/w20/", trending: "/dates/2026/w20/trending/" },
		{ title: "/dates/2026/05/11/", trending: "/dates/2026/05/11/trending/" },
	]);
	expect(orders(entry("a", "2026-05-11"), entry("b", "2026-05-11")).flatMap(Object.keys)).toEqual([
		"newest",
		"newest",
		"title",
	]);
});

test("a month also lists its papers without a day, which have no page of a day or week, and a year has no list", () => {
	const all = periods(entry("day", "2026-05-11"), entry("month", "2026-05"), entry("year", "2026"));
	expect(
		all.map(({ path, date, entries }) => [path, date, entries.map(({ paper }) => paper.id)]),
	).toEqual([
		["2026/05", "2026-05", ["day", "month"]],
		["2026/w20", undefined, ["day"]],
		["2026/05/11", undefined, ["day"]],
	]);
});
