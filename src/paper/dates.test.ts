import fc from "fast-check";
import { expect, test } from "vitest";
import {
	calendarDate,
	formatDate,
	isCalendarDate,
	monthName,
	monthNumber,
	pad,
	parts,
} from "./dates.ts";

test.each([["2026-05-11"], ["2024-02-29"], ["2000-02-29"], ["2026-12-31"], ["0001-01-01"]])(
	"%s is a day",
	(text) => {
		expect(isCalendarDate(text)).toBe(true);
	},
);

test.each([
	["May"],
	[""],
	["2026"],
	["2026-05"],
	["2026-5-11"],
	["26-05-11"],
	["2026-02-29"],
	["1900-02-29"],
	["2026-04-31"],
	["2026-00-01"],
	["2026-13-01"],
	["2026-01-00"],
	["2026-01-32"],
	["2026-05-11T00:00:00Z"],
	[" 2026-05-11"],
	["2026-05-11\n"],
	["２０２６-05-11"],
])("%j is none", (text) => {
	expect(isCalendarDate(text)).toBe(false);
});

test("the days are those of the calendar that computers keep", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1000, max: 9999 }),
			fc.integer({ min: -1, max: 14 }),
			fc.integer({ min: -1, max: 33 }),
			(year, month, day) => {
				const there = new Date(Date.UTC(year, month - 1, day));
				const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
				const date = calendarDate(year, month, day);
				expect(date).toBe(exists ? there.toISOString().slice(0, 10) : undefined);
				if (date) expect(parts(date)).toEqual({ year, month, day });
			},
		),
	);
});

test.each([
	["Jan", 1],
	["May", 5],
	["Sep", 9],
	["Dec", 12],
	["January", 1],
	["september", 9],
	["DECEMBER", 12],
	["Sept", undefined],
	["Ja", undefined],
	["", undefined],
	["Mai", undefined],
])("the month %s is number %s", (name, month) => {
	expect(monthNumber(name)).toBe(month);
});

test("every month has a name that leads back to it", () => {
	for (let month = 1; month <= 12; month++) {
		expect(monthNumber(monthName(month))).toBe(month);
		expect(monthNumber(monthName(month).slice(0, 3))).toBe(month);
	}
	expect(() => monthName(0)).toThrow("month 0 is not in 1–12");
	expect(() => monthName(13)).toThrow("month 13 is not in 1–12");
});

test("a date is written for readers", () => {
	expect(formatDate("2026-05-11")).toBe("11 May 2026");
	expect(formatDate("2025-10-09")).toBe("9 October 2025");
});

test("months and days have two digits in addresses", () => {
	expect([pad(1), pad(9), pad(10), pad(31)]).toEqual(["01", "09", "10", "31"]);
});
