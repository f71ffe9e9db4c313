import { expect, test } from "vitest";
import { type Decision, type FieldState, mergeField, moreOf } from "./merge-field.ts";

const state = (
	last?: string,
	ours?: string,
	theirs?: string,
	owned: FieldState["owned"] = false,
): FieldState => ({
	last,
	ours,
	theirs,
	owned,
});

test.each<[string, FieldState, "ours" | "theirs", string | undefined]>([
	["one that another source gave", state(undefined, "o", "t", "as given"), "ours", undefined],
	[
		"one that another source gave and a person deleted",
		state(undefined, undefined, "t", "edited"),
		"ours",
		undefined,
	],
	["one that the source has never had", state(undefined, "o"), "ours", undefined],
	["one that is missing", state(undefined, undefined, "t"), "theirs", "t"],
	["one that a person wrote first", state(undefined, "o", "t"), "ours", "t"],
	["one that a person deleted and the source dropped", state("d"), "ours", "d"],
	["one that both changed alike", state("d", "t", "t"), "ours", "t"],
	["one that only a person changed", state("d", "o", "d"), "ours", "d"],
	["one that only a person deleted", state("d", undefined, "d"), "ours", "d"],
	["one that only the source changed", state("d", "d", "t"), "theirs", "t"],
	["one that only the source dropped", state("d", "d"), "theirs", undefined],
	["one that another source has completed", state("d", "o", "t", "as given"), "ours", undefined],
	["one that it completes", { ...state(undefined, "o", "t"), more: "theirs" }, "theirs", "t"],
	[
		"one of another source that it completes",
		{ ...state(undefined, "o", "t", "as given"), more: "theirs" },
		"theirs",
		"t",
	],
	[
		"one of another source that a person has cut",
		{ ...state(undefined, "o", "t", "edited"), more: "theirs" },
		"ours",
		undefined,
	],
	[
		"one that both changed, and it completes",
		{ ...state("d", "o", "t"), more: "theirs" },
		"theirs",
		"t",
	],
	[
		"one that both changed, and a person completed",
		{ ...state("d", "o", "t"), more: "ours" },
		"ours",
		"t",
	],
])("%s, whatever is decided about clashes", (_, field, value, last) => {
	for (const decision of [undefined, "ours", "theirs"] as const) {
		expect(mergeField(field, decision)).toEqual({ value, last });
	}
});

test.each<[string, FieldState]>([
	["both changed", state("d", "o", "t")],
	["a person changed and the source dropped", state("d", "o")],
	["a person deleted and the source changed", state("d", undefined, "t")],
])("a field that %s is a clash until somebody decides", (_, field) => {
	expect(mergeField(field)).toEqual({ value: "ours", last: "d", clash: true });
	for (const decision of ["ours", "theirs"] satisfies Decision[]) {
		const decided = mergeField(field, decision);
		expect(decided).toEqual({ value: decision, last: field.theirs });
		const ours = decision === "ours" ? field.ours : field.theirs;
		expect(mergeField({ ...field, ours, last: decided.last })).not.toHaveProperty("clash");
	}
});

test("a person's own value, for which the source has one too, clashes with a later one", () => {
	const first = mergeField(state(undefined, "o", "t"));
	expect(mergeField(state(first.last, "o", "t2"))).toMatchObject({ value: "ours", clash: true });
});

test.each([
	["2022", "2022-05", "theirs"],
	["2022", "2022-05-11", "theirs"],
	["2022-05-11", "2022-05", "ours"],
	["2022", "2022", undefined],
	["2022", "2023-05", undefined],
	["2022-05", "2022-06-11", undefined],
	[undefined, "2022", undefined],
])("of the dates %s and %s, %s says more", (ours, theirs, more) => {
	expect(moreOf("date", ours, theirs)).toBe(more);
	expect(moreOf("title", ours, theirs)).toBeUndefined();
});
