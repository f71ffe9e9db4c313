import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choice, FILTERS, type FilterName } from "../../search/filters.ts";
import { isEmpty, readState, type SearchState, toggled, writeState } from "./state.ts";

const nothing: SearchState = { query: "", choices: [], sort: "" };

function choice(filter: FilterName, value: string, exclude = false): Choice {
	return { filter, value, exclude };
}

test("an address holds what is asked for and nothing else", () => {
	expect(writeState(nothing)).toBe("");
	expect(
		writeState({
			query: "visual tokens",
			choices: [choice("topic", "evaluation"), choice("topic", "safety", true)],
			sort: "newest",
		}),
	).toBe("?q=visual+tokens&topic=evaluation%2C-safety&sort=newest");
});

test("names that may hold commas stand in a parameter each", () => {
	const state = {
		...nothing,
		choices: [
			choice("organization", "Society, Birds & Co"),
			choice("organization", "Lab", true),
			choice("author", "Martin Luther King, Jr."),
			choice("author", "Ada Finch"),
		],
	};
	const address = writeState(state);
	expect(address).toBe(
		"?organization=Society%2C+Birds+%26+Co&organization=-Lab&author=Martin+Luther+King%2C+Jr.&author=Ada+Finch",
	);
	expect(readState(address)).toEqual(state);
});

test("addresses of before mean what they did", () => {
	expect(readState("?q=a&topic=a,b&year=2026&organization=X&has=code&sort=newest")).toEqual({
		query: "a",
		choices: [
			choice("topic", "a"),
			choice("topic", "b"),
			choice("year", "2026"),
			choice("organization", "X"),
			choice("has", "code"),
		],
		sort: "newest",
	});
	expect(readState("?topic=&year=&has=")).toEqual(nothing);
	expect(readState("?year=undated&year=2024..2026").choices).toEqual([
		choice("year", "undated"),
		choice("year", "2024..2026"),
	]);
});

test("a minus leaves out", () => {
	expect(readState("?topic=-safety,evaluation&organization=-Lab").choices).toEqual([
		choice("topic", "safety", true),
		choice("topic", "evaluation"),
		choice("organization", "Lab", true),
	]);
	expect(readState("?topic=-").choices).toEqual([choice("topic", "-")]);
});

test("what is asked twice is asked once", () => {
	expect(readState("?topic=a,a&topic=a, -a").choices).toEqual([
		choice("topic", "a"),
		choice("topic", "a", true),
	]);
});

test("an address with strange parameters asks for nothing", () => {
	for (const address of [
		"?page=2&__proto__=x&constructor=y&utm_source=z",
		"?topic=,,&q=%20&sort=worst",
		"?%E0%A4%A",
		"?",
		"",
	]) {
		expect(readState(address), address).toEqual(nothing);
	}
});

const anyText = fc.string({ unit: "grapheme" }).map((text) => text.trim().toWellFormed());
const anyValue = (filter: FilterName) =>
	anyText
		.map((text) => text.replace(/^-+/, "").trim())
		.map((text) =>
			["organization", "author"].includes(filter) ? text : text.replace(/,/g, "").trim(),
		)
		.filter((text) => text !== "" && !text.startsWith("-"));
const anyChoices = fc
	.tuple(
		...FILTERS.map((filter) =>
			fc.uniqueArray(
				fc.record(
					{
						filter: fc.constant(filter),
						value: anyValue(filter),
						exclude: fc.boolean(),
					},
					{ noNullPrototype: true },
				),
				{ maxLength: 3, selector: ({ value, exclude }) => `${exclude} ${value}` },
			),
		),
	)
	.map((choices) => choices.flat() as Choice[]);
const anyState = fc.record(
	{
		query: anyText,
		choices: anyChoices,
		sort: fc.constantFrom("" as const, "newest" as const, "discussed" as const),
	},
	{ noNullPrototype: true },
);

test("any state survives its address", () => {
	fc.assert(
		fc.property(anyState, (state) => {
			expect(readState(writeState(state))).toEqual(state);
		}),
	);
});

test("a choice is put in, and taken out the second time", () => {
	fc.assert(
		fc.property(anyState, (state) => {
			const fresh = choice("topic", "a topic that is not yet there");
			const once = toggled(state, fresh);
			expect(once.choices).toEqual([...state.choices, fresh]);
			expect(toggled(once, fresh)).toEqual(state);
		}),
	);
});

test("what is left out cannot be asked for as well", () => {
	const asked = { ...nothing, query: "a", choices: [choice("topic", "x"), choice("year", "2026")] };
	const left = toggled(asked, choice("topic", "x", true));
	expect(left).toEqual({
		...nothing,
		query: "a",
		choices: [choice("year", "2026"), choice("topic", "x", true)],
	});
	expect(toggled(left, choice("topic", "x")).choices).toEqual([
		choice("year", "2026"),
		choice("topic", "x"),
	]);
});

test("a choice of the same value of another filter stays", () => {
	const state = { ...nothing, choices: [choice("author", "Lab")] };
	expect(toggled(state, choice("organization", "Lab")).choices).toHaveLength(2);
});

test("a state is empty when it neither asks nor filters", () => {
	expect(isEmpty({ ...nothing, sort: "newest" })).toBe(true);
	expect(isEmpty({ ...nothing, choices: [choice("topic", "song")] })).toBe(false);
	expect(isEmpty({ ...nothing, query: "a" })).toBe(false);
});
