import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test.each([
	["titel", "title"],
	["Title", "title"],
	["author", "authors"],
	["auhtors", "authors"],
	["organisation", "organization"],
	["autors", "authors"],
	["dat", "date"],
	["zzzzzz", undefined],
	["t", undefined],
	["", undefined],
])("nearest to %j is %s", (word, known) => {
	expect(nearest(word, ["title", "date", "authors", "organization"])).toBe(known);
});

test("of two that are equally near the first is named", () => {
	expect(nearest("cat", ["bat", "car"])).toBe("bat");
});

test.each([
	["halucination", "hallucination", 1],
	["tokeniser", "tokenizer", 1],
	["lagnuage", "language", 1],
	["decodng", "decoding", 1],
	["", "abc", 3],
	["same", "same", 0],
	["kitten", "sitting", 3],
])("from %j to %j are %d changes", (a, b, distance) => {
	expect(editDistance(a, b, 9)).toBe(distance);
	expect(editDistance(b, a, 9)).toBe(distance);
});

test("a distance beyond what is asked for is only known to be greater", () => {
	expect(editDistance("attention", "tokenization", 2)).toBeGreaterThan(2);
});
