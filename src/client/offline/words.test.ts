import { expect, test } from "vitest";
import { noticeText } from "./notice.ts";
import type { Copy } from "./store.ts";
import { age, size, sizeOf } from "./words.ts";

test("sizes and ages read as words", () => {
	expect([size(300), size(62_400), size(10_800_000)]).toEqual(["1 kB", "62 kB", "10.8 MB"]);
	expect(sizeOf(7_200_000, 10_800_000)).toBe("7.2 of 10.8 MB");
	expect(sizeOf(4_000, 62_400)).toBe("4 of 62 kB");
	const now = Date.parse("2026-05-22T12:00:00Z");
	expect(
		["2026-05-22T01:00:00Z", "2026-05-21T23:00:00Z", "2026-05-12T08:00:00Z"].map((at) =>
			age(at, now),
		),
	).toEqual(["made today", "1 day old", "10 days old"]);
});

test("the notice says what a page is, and nothing on a page that is as the site is", () => {
	const taken = "2020-05-12T08:00:00Z";
	const copy = { taken } as Copy;
	expect(noticeText({ from: "network" }, true, copy)).toBe("");
	expect(noticeText({ from: "network" }, false, undefined)).toBe(
		"You are offline. Pages that you have opened before open still.",
	);
	expect(noticeText({ from: "network" }, false, copy)).toBe(
		"You are offline. Other pages open from your copy of 12 May 2020.",
	);
	expect(noticeText({ from: "seen", seen: taken }, true, copy)).toBe(
		"The site does not answer. This page is as you last opened it, on 12 May 2020.",
	);
	expect(noticeText({ from: "copy", set: "", taken }, false, copy)).toMatch(
		/^You are offline\. This is your copy of 12 May 2020, [\d,]+ days old\.$/,
	);
});
