import { expect, test } from "vitest";
import { daysMeant } from "./written-days.ts";

test.each([
	["13/04/2024", "2024-04-13"],
	["04/13/2024", "2024-04-13"],
	["14.03.2024", "2024-03-14"],
	["14-3-2024", "2024-03-14"],
	["4.4.2024", "2024-04-04"],
	["2024-03-14T00:00:00Z", "2024-03-14"],
	["2024-03-14T23:30:00-05:00", "2024-03-14"],
	["2024-03-14 09:30:00.000 +0000", "2024-03-14"],
	[" 2024-03-14t09:30 ", "2024-03-14"],
	["2024-03-14 09:30 UTC", "2024-03-14"],
])("%j means one day, %s", (text, day) => {
	expect(daysMeant(text)).toEqual([day]);
});

test.each(["3/4/2024", "03.04.2024", "3-4-2024"])("%j may be 3 April or 4 March", (text) => {
	expect(daysMeant(text)).toEqual(["2024-04-03", "2024-03-04"]);
});

test.each([
	["13/13/2024", "there is no month 13"],
	["29.2.2023", "it was no leap year"],
	["31/04/2024", "April has 30 days"],
	["13/4.2024", "two marks are no form"],
	["13/04/24", "the century is not said"],
	["2023-02-29T00:00:00Z", "it was no leap year"],
	["2024-03-14T25:00", "a day has 24 hours"],
	["2024-03-14T", "the time is not there"],
	["2024-03-14", "it needs no reading"],
	["", "it is empty"],
])("%j means no day: %s", (text) => {
	expect(daysMeant(text)).toEqual([]);
});
