import { expect, test } from "vitest";
import { entryOf } from "../../tests/entry.ts";
import type { Entry } from "../entry/read.ts";
import type { Paper } from "../paper/schema.ts";
import { authorsOf, lettersOf, mostDiscussed, organizationsOf } from "./groups.ts";
import { relatedPapers } from "./related.ts";

const entry = (paper: Partial<Paper> & { id: string }): Entry => entryOf(paper);

const shape = (groups: { id: string; name: string; entries: Entry[] }[]) =>
	groups.map(({ id, name, entries }) => [id, name, entries.map(({ paper }) => paper.id)]);

test("organisations stand by name, under their handle where it can be an address", () => {
	const entries = [
		entry({ id: "a", organization: { handle: "Zoo-Lab", name: "Zoo Lab" } }),
		entry({ id: "b", organization: { handle: "é/ß", name: "École des oiseaux" } }),
		entry({ id: "c" }),
		entry({ id: "d", organization: { handle: "zoo-lab", name: "Zoo Lab" } }),
	];
	expect(shape(organizationsOf(entries))).toEqual([
		["ecole-des-oiseaux", "École des oiseaux", ["b"]],
		["zoo-lab", "Zoo Lab", ["a", "d"]],
	]);
});

test("an author's papers come together, whatever the accents and points", () => {
	const entries = [
		entry({ id: "a", authors: ["Émile Rossignol", "A. Finch"] }),
		entry({ id: "b", authors: ["Emile Rossignol"] }),
		entry({ id: "c", authorCount: 7 }),
	];
	expect(shape(authorsOf(entries).authors)).toEqual([
		["a-finch", "A. Finch", ["a"]],
		["emile-rossignol", "Émile Rossignol", ["a", "b"]],
	]);
});

test("with too many authors, those of several papers have a page", () => {
	const entries = ["a", "b", "c"].map((id) => entry({ id, authors: [`Only ${id}`, "Ada Finch"] }));
	const { authors, atLeast } = authorsOf(entries, 2);
	expect(atLeast).toBe(2);
	expect(shape(authors)).toEqual([["ada-finch", "Ada Finch", ["a", "b", "c"]]]);
});

test("titles stand from A to Z, without regard to case, accents and quotation marks", () => {
	const titles = ["“Zebra”", "émeu", "Eagle", "2 birds", "هجرة", "albatross", "😀"];
	const entries = titles.map((title) => entry({ id: title, title }));
	expect(shape(lettersOf(entries))).toEqual([
		["other", "#", ["😀", "2 birds"]],
		["a", "A", ["albatross"]],
		["e", "E", ["Eagle", "émeu"]],
		["z", "Z", ["“Zebra”"]],
		["ه", "ه", ["هجرة"]],
	]);
});

test("the most discussed come first; papers that nobody discussed are left out", () => {
	const entries = [
		entry({ id: "two", commentCount: 2 }),
		entry({ id: "none", commentCount: 0 }),
		entry({ id: "unknown" }),
		entry({ id: "nine", commentCount: 9 }),
		entry({ id: "two-older", commentCount: 2 }),
	];
	expect(mostDiscussed(entries).map(({ paper }) => paper.id)).toEqual(["nine", "two", "two-older"]);
});

test("papers about the same are related, and the shared terms say why", () => {
	const entries = [
		entry({
			id: "swift",
			title: "Migration of swifts",
			abstract: "Swifts migrate. The compass guides the compass bird.",
		}),
		entry({
			id: "stork",
			title: "Storks on migration",
			abstract: "A magnetic compass in storks: the compass works.",
		}),
		entry({
			id: "wren",
			title: "The song of the wren",
			abstract: "A song is loud. Song carries far.",
		}),
		entry({ id: "lark", title: "Song at dawn", abstract: "Larks sing a song." }),
	];
	const relatedTo = relatedPapers(entries);
	const related = entries.map((_, position) =>
		relatedTo(position).map(({ position, shared }) => [entries[position]?.paper.id, shared]),
	);
	expect(related).toEqual([
		[["stork", ["migration", "compass"]]],
		[["swift", ["migration", "compass"]]],
		[["lark", ["song"]]],
		[["wren", ["song"]]],
	]);
});

test("a paper alone, or papers without text, have no related papers", () => {
	expect(relatedPapers([entry({ id: "a" })])(0)).toEqual([]);
	const relatedTo = relatedPapers([entry({ id: "a" }), entry({ id: "b" })]);
	expect([relatedTo(0), relatedTo(1)]).toEqual([[], []]);
});
