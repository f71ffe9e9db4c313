import fc from "fast-check";
import { expect, test } from "vitest";
import {
	calendarDate,
	completes,
	dateParts,
	firstDay,
	formatDate,
	isCalendarDate,
	isPaperDate,
	monthName,
	monthNumber,
	pad,
	paperDate,
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

test.each([["2026"], ["0001"], ["2026-05"], ["2026-12"], ["2026-05-11"], ["2024-02-29"]])(
	"%s is a date of a paper",
	(text) => {
		expect(isPaperDate(text)).toBe(true);
		const { year, month, day } = dateParts(text);
		expect(paperDate(year, month, day)).toBe(text);
	},
);

test.each([
	["26"],
	["20265"],
	["2026-"],
	["2026-5"],
	["2026-00"],
	["2026-13"],
	["2026-02-29"],
	["2026-05-"],
	["2026\n"],
	["2026-05\n"],
	["2026 "],
	["２０２６"],
	["May 2026"],
	[""],
])("%j is none", (text) => {
	expect(isPaperDate(text)).toBe(false);
});

test("a date is as precise as what is known of it", () => {
	expect(paperDate(2026, 5, 11)).toBe("2026-05-11");
	expect(paperDate(2026, 5)).toBe("2026-05");
	expect(paperDate(2026, 2, 30)).toBe("2026-02");
	expect(paperDate(2026, 13, 1)).toBe("2026");
	expect(paperDate(2026, 0, 7)).toBe("2026");
	expect(paperDate(2026)).toBe("2026");
});

test("a month and a year stand after all days in them, newest first", () => {
	const dates = ["2025-12-31", "2026", "2026-05", "2026-05-01", "2026-01-01", "2026-06", "2027"];
	expect(dates.sort().reverse()).toEqual([
		"2027",
		"2026-06",
		"2026-05-01",
		"2026-05",
		"2026-01-01",
		"2026",
		"2025-12-31",
	]);
});

test("where days are counted, a month and a year begin with their first", () => {
	expect(["2026", "2026-05", "2026-05-11"].map(firstDay)).toEqual([
		"2026-01-01",
		"2026-05-01",
		"2026-05-11",
	]);
});

test.each([
	["2026-05", "2026", true],
	["2026-05-11", "2026", true],
	["2026-05-11", "2026-05", true],
	["2026", "2026", false],
	["2026", "2026-05", false],
	["2026-05-11", "2025", false],
	["2026-05-11", "2026-06", false],
])("%s completes %s: %s", (date, other, whether) => {
	expect(completes(date, other)).toBe(whether);
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
	expect(formatDate("2026-05")).toBe("May 2026");
	expect(formatDate("2026")).toBe("2026");
});

test("months and days have two digits in addresses", () => {
	expect([pad(1), pad(9), pad(10), pad(31)]).toEqual(["01", "09", "10", "31"]);
});
