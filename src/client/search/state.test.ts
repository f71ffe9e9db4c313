import fc from "fast-check";
import { expect, test } from "vitest";
import { filtersOf, isEmpty, readState, type SearchState, writeState } from "./state.ts";

const nothing: SearchState = {
	query: "",
	topic: "",
	year: "",
	organization: "",
	has: "",
	sort: "",
};

test("an address holds what is asked for and nothing else", () => {
	expect(writeState(nothing)).toBe("");
	expect(
		writeState({ ...nothing, query: "visual tokens", topic: "evaluation", sort: "newest" }),
	).toBe("?q=visual+tokens&topic=evaluation&sort=newest");
});

test("any state survives its address", () => {
	const text = fc.string({ unit: "grapheme" }).map((value) => value.trim().toWellFormed());
	const states = fc.record(
		{ query: text, topic: text, year: text, organization: text, has: text, sort: text },
		{ noNullPrototype: true },
	);
	fc.assert(
		fc.property(states, (state) => {
			expect(readState(writeState(state))).toEqual(state);
		}),
	);
});

test("an address with strange parameters asks for nothing", () => {
	expect(readState("?page=2&__proto__=x&constructor=y&utm_source=z")).toEqual(nothing);
});

test("the query and the order are no filters", () => {
	const state = { ...nothing, query: "a", year: "2026", has: "code", sort: "newest" };
	expect(filtersOf(state)).toEqual({ year: "2026", has: "code" });
});

test("several topics ask for papers that have them all", () => {
	expect(filtersOf({ ...nothing, topic: "song,nests" })).toEqual({ topic: ["song", "nests"] });
});

test("a state is empty when it neither asks nor filters", () => {
	expect(isEmpty({ ...nothing, sort: "newest" })).toBe(true);
	expect(isEmpty({ ...nothing, topic: "song" })).toBe(false);
	expect(isEmpty({ ...nothing, query: "a" })).toBe(false);
});
