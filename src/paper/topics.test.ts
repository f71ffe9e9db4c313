import { expect, test } from "vitest";
import { topicMatcher, topicSchema } from "./topics.ts";

const topic = (id: string, ...terms: string[]) => ({ id, name: id, description: id, terms });

const birds = topic("birds", "bird*", "wing span", "c++");
const songs = topic("songs", "song", "singing");
const match = topicMatcher([birds, songs]);

test("a term in the title is enough", () => {
	expect(match("The birds of the north", "")).toEqual(["birds"]);
});

test("one place in the abstract is not enough, two are", () => {
	expect(match("Title", "A bird.")).toEqual([]);
	expect(match("Title", "A bird and birds.")).toEqual(["birds"]);
});

test("the strongest topic comes first, and equals in the order of the file", () => {
	expect(match("Song of a bird", "song song")).toEqual(["songs", "birds"]);
	expect(match("Song of a bird", "")).toEqual(["birds", "songs"]);
});

test.each([
	["BIRD", true],
	["birdsong", true],
	["blackbird", false],
	["bird-like", true],
	["Wing-span", true],
	["wing\nspan", true],
	["wingspan", false],
	["songs", false],
	["a C++ library", true],
	["a C library", false],
])("%j is found: %s", (title, found) => {
	expect(match(title, "").length > 0).toBe(found);
});

test("letters of other scripts and accents are letters", () => {
	const greek = topicMatcher([topic("greek", "λόγος", "café")]);
	expect(greek("Ο ΛΌΓΟΣ", "")).toEqual(["greek"]);
	expect(greek("λόγοςα", "")).toEqual([]);
	expect(greek("cafés", "")).toEqual([]);
});

test("at most four topics are proposed", () => {
	const all = ["a1", "b1", "c1", "d1", "e1"].map((id) => topic(id, id));
	expect(topicMatcher(all)("e1 d1 c1 b1 a1", "")).toEqual(["a1", "b1", "c1", "d1"]);
});

test("without topics none is proposed", () => {
	expect(topicMatcher([])("Any title", "Any abstract")).toEqual([]);
});

test.each([["*"], [" "], [""], ["--"]])("%j is no term: it would stand everywhere", (term) => {
	expect(topicSchema.safeParse(topic("t", term)).success).toBe(false);
});

test("a topic has an id for addresses and at least one term", () => {
	expect(topicSchema.safeParse(birds).success).toBe(true);
	expect(topicSchema.safeParse(topic("Birds", "bird")).success).toBe(false);
	expect(topicSchema.safeParse(topic("birds")).success).toBe(false);
	expect(topicSchema.safeParse({ ...birds, color: "red" }).success).toBe(false);
});
