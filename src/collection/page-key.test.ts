import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import type { Paper } from "../paper/schema.ts";
import { buildModel, type Model } from "./model.ts";
import { pageKey } from "./page-key.ts";

const collection = { title: "Birds", tagline: "t", url: "https://example.org/", language: "en" };

const entry = (id: string, paper: Partial<Paper> = {}, digest = id): Entry => ({
	...entryOf({ id, ...paper }),
	digest,
});

const modelOf = (entries: readonly Entry[]): Model => buildModel(collection, [], entries);
const keyIn = (model: Model) => pageKey(model, [model.entries, { title: "All" }]);

test("a page of the same entries has the same key in another build", () => {
	const entries = () => [entry("a"), entry("b")];
	expect(keyIn(modelOf(entries()))).toBe(keyIn(modelOf(entries())));
});

test("a page has another key when an entry says something else, comes, or goes", () => {
	const keys = [
		[entry("a"), entry("b")],
		[entry("a"), entry("b", {}, "edited")],
		[entry("a"), entry("b"), entry("c")],
		[entry("a")],
	].map((entries) => keyIn(modelOf(entries)));
	expect(new Set(keys).size).toBe(4);
});

test("a page has another key when a name in its entry leads elsewhere", () => {
	const shown = entry("a", { authors: ["Ada Lovelace"], organization: { handle: "x", name: "X" } });
	const alone = modelOf([shown]);
	const moved = { ...alone, organizations: [{ id: "y", name: "X", entries: [shown] }] };
	const nameless = { ...alone, authorPage: () => undefined };
	const keys = [alone, moved, nameless].map((model) => pageKey(model, shown));
	expect(new Set(keys).size).toBe(3);
});

test("what stands beside the entries counts too", () => {
	const model = modelOf([entry("a")]);
	expect(pageKey(model, { entries: model.entries, page: 1 })).not.toBe(
		pageKey(model, { entries: model.entries, page: 2 }),
	);
});
