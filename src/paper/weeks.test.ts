import { expect, test } from "vitest";
import { endsOfWeek, formatDays, weekOf } from "./weeks.ts";

/** ISO 8601, 2.2.10, and the calendars of these years. */
test.each([
	["2026-05-11", "2026 20"],
	["2026-05-17", "2026 20"],
	["2026-05-18", "2026 21"],
	["2023-12-31", "2023 52"],
	["2024-01-01", "2024 1"],
	["2024-12-30", "2025 1"],
	["2021-01-03", "2020 53"],
	["2020-12-31", "2020 53"],
	["2021-01-04", "2021 1"],
	["2016-01-03", "2015 53"],
	["2017-01-01", "2016 52"],
	["2008-12-29", "2009 1"],
	["2010-01-03", "2009 53"],
	["1665-03-06", "1665 10"],
	["2099-12-31", "2099 53"],
	["0099-06-01", "99 23"],
])("%s is in week %s", (date, week) => {
	expect(Object.values(weekOf(date)).join(" ")).toBe(week);
});

test("a week goes on by one each Monday, for 400 years", () => {
	const start = Date.UTC(1900, 0, 1);
	let before = "";
	for (let day = 0; day < 146_097; day += 1) {
		const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
		const { year, week } = weekOf(date);
		const now = `${year} ${week}`;
		const monday = new Date(date).getUTCDay() === 1;
		if (monday !== (now !== before)) expect.fail(`${date} is in week ${now}`);
		if (!monday) continue;
		const thursday = new Date(start + (day + 3) * 86_400_000);
		expect(year).toBe(thursday.getUTCFullYear());
		before = now;
	}
});

test("a week is named by its days", () => {
	const name = (date: string) => {
		const { first, last } = endsOfWeek(date);
		return formatDays(first, last);
	};
	expect(name("2026-05-13")).toBe("11–17 May 2026");
	expect(name("2026-05-01")).toBe("27 April – 3 May 2026");
	expect(name("2021-01-01")).toBe("28 December 2020 – 3 January 2021");
});
