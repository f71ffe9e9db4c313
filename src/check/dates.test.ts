import { expect, test } from "vitest";
import { dateMeant, dayMeant } from "./dates.ts";

test.each([
	"2024-2-9",
	"2024/02/09",
	"2024/2/9",
	"2024.02.09",
	"9 Feb 2024",
	"09 February 2024",
	"Feb 9, 2024",
	"FEB. 9 2024",
	"february 9th, 2024",
	" 2024-02-09 ",
	"2024-02-09T00:00",
	"2024-02-09T23:59:59.999-12:00",
])("%j is 9 February 2024", (text) => {
	expect(dayMeant(text)).toBe("2024-02-09");
	expect(dateMeant(text)).toBe("2024-02-09");
});

test.each([
	"2024-2",
	"2024/02",
	"2024/2",
	"2/2024",
	"02/2024",
	"Feb 2024",
	"FEB. 2024",
	"february, 2024",
	" 2024-02 ",
])("%j is February 2024, and no day", (text) => {
	expect(dateMeant(text)).toBe("2024-02");
	expect(dayMeant(text)).toBeUndefined();
});

test.each([
	["02/09/2024", "may be 2 September"],
	["9.2.2024", "may be 2 September"],
	["24-02-09", "has no century"],
	["02-24", "has no century"],
	["2023-2-29", "does not exist"],
	["31 Apr 2024", "does not exist"],
	["2024-13", "does not exist"],
	["0/2024", "does not exist"],
	["2024/02-09", "is no form"],
	["9 Fev 2024", "is not English"],
	["2024-02-09T00:00/2024-02-10T00:00", "is a span of time"],
	["Fev 2024", "is not English"],
	["Spring 2024", "is no month"],
	["", "is empty"],
])("%j %s, and stays", (text) => {
	expect(dateMeant(text)).toBeUndefined();
	expect(dayMeant(text)).toBeUndefined();
});

test("September is often cut to four letters", () => {
	expect(dateMeant("Sept. 1, 2024")).toBe("2024-09-01");
	expect(dateMeant("Sept. 2024")).toBe("2024-09");
});

test("a day beyond 12 says which number it is", () => {
	const written = ["13/04/2024", "04/13/2024", "13.04.2024", "13-4-2024"];
	expect(written.map(dayMeant)).toEqual(written.map(() => "2024-04-13"));
});
