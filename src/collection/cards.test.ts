import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import type { Paper } from "../paper/schema.ts";
import { allCards, cardOf, homeCard, paperCard } from "./cards.ts";
import { buildModel } from "./model.ts";

const entry = (id: string, facts: Partial<Paper> = {}): Entry =>
	entryOf({ id, title: `Title of ${id}`, ...facts });

const collection = { title: "Birds", tagline: "Of birds.", url: "https://b.org/", language: "en" };
const song = { id: "song", name: "Song", description: "What birds sing.", terms: ["song"] };
const modelOf = (entries: readonly Entry[]) => buildModel(collection, [song], entries);

test("the newest papers have cards of their own, the others their topic's or that of the home page", () => {
	const day = (index: number) => `20${20 + (index % 5)}-01-01`;
	const newest = Array.from({ length: 2000 }, (_, at) => entry(`new-${at}`, { date: day(at) }));
	const old = entry("old", { date: "2001-01-01", topics: ["song"] });
	const oldest = entry("oldest");
	const model = modelOf([oldest, old, ...newest]);
	expect([newest[7], old, oldest].map((paper) => paper && cardOf(paper, model))).toEqual([
		"/cards/papers/new-7.png",
		"/cards/topics/song.png",
		"/cards/home.png",
	]);
	expect(allCards(model)).toHaveLength(2000 + 2);
});

test("a paper's card is plain text: no dollar signs around math, quotation marks of print", () => {
	const paper = entry("a", {
		title: `"Songs" of $x^2$ wrens`,
		authors: ["A", "B", "C", "D", "E", "F", "G"],
		organization: { handle: "z", name: "Zoo" },
		date: "2024-02-29",
		venue: "Journal",
		topics: ["song"],
	});
	expect(paperCard(paper, modelOf([paper]))).toEqual({
		kicker: "Birds",
		title: "“Songs” of x^2 wrens",
		byline: "A, B, C, D, E and 2 more · Zoo",
		footer: "29 February 2024 · Journal · Song",
	});
});

test("a card says nothing of what nobody knows", () => {
	const paper = entry("a");
	expect(paperCard(paper, modelOf([paper]))).toEqual({
		kicker: "Birds",
		title: "Title of a",
		byline: "",
		footer: "",
	});
	expect(homeCard(modelOf([])).footer).toBe("No papers");
	const one = entry("b", { authorCount: 1 });
	expect(paperCard(one, modelOf([one])).byline).toBe("1 author");
});
