import { beforeAll, expect, test } from "vitest";
import { type Built, built, paper } from "../../tests/search-index.ts";
import { type Choice, choicesOf, type FilterName, facet, passing } from "./filters.ts";
import { parseQuery } from "./query.ts";

let index: Built;
const topics = [
	{ id: "song", name: "Song and call" },
	{ id: "nests", name: "Nests" },
	{ id: "nests-2", name: "Nests of others" },
];
const soc = { handle: "soc", name: "Society, Birds & Co" };
const lab = { handle: "lab", name: "Lab" };

beforeAll(async () => {
	const code = { code: "https://codeberg.org/a/b" };
	index = await built(
		[
			paper({
				id: "a",
				title: "A swift",
				date: "2026-05-01",
				topics: ["song"],
				organization: soc,
				links: code,
			}),
			paper({
				id: "b",
				title: "B swift",
				date: "2025-02-01",
				topics: ["song", "nests"],
				authors: ["Ada Finch"],
				commentCount: 3,
			}),
			paper({
				id: "c",
				title: "C owl",
				date: "2025-01-01",
				topics: ["nests"],
				authors: ["Ada Finch"],
				organization: lab,
			}),
			paper({
				id: "d",
				title: "D swift",
				date: "2023-01-01",
				topics: [],
				authors: ["Émile Coq"],
				links: code,
			}),
			paper({ id: "e", title: "E owl", topics: ["song"], commentCount: 1 }),
		],
		"en",
		topics,
	);
});

/** `year:2025 -topic:song` as choices. A plus stands for a space. */
function choices(text: string): Choice[] {
	return text
		.split(" ")
		.filter(Boolean)
		.map((part) => {
			const [, minus, filter, value = ""] = /^(-?)(\w+):(.+)$/.exec(part) ?? [];
			return {
				filter: filter as FilterName,
				value: value.replaceAll("+", " "),
				exclude: minus === "-",
			};
		});
}

/** First letters of the titles of the papers that pass. */
async function pass(text: string): Promise<string> {
	const passes = await passing(index.files, choices(text));
	return index.papers.flatMap(({ id }, paper) => (passes(paper) ? [id] : [])).join("");
}

test.each([
	["", "abcde"],
	["topic:song", "abe"],
	["-topic:song", "cd"],
	["topic:song topic:nests", "b"],
	["topic:song -topic:nests", "ae"],
	["topic:none", ""],
	["-topic:none", "abcde"],
	["author:Ada+Finch", "bc"],
	["-author:Ada+Finch", "ade"],
	["has:code", "ad"],
	["has:discussion", "be"],
	["has:code has:discussion", ""],
	["-has:code -has:discussion", "c"],
	// A paper has one year and one organisation: several are alternatives.
	["year:2025 year:2026", "abc"],
	["organization:Lab organization:Society,+Birds+&+Co", "ac"],
	["organization:Lab year:2026", ""],
	["-organization:Lab -organization:Society,+Birds+&+Co", "bde"],
	["-year:2025 -year:2026", "de"],
	// Ranges
	["year:2025", "bc"],
	["year:2025..2026", "abc"],
	["year:2023..2025", "bcd"],
	["year:2025..", "abc"],
	["year:..2025", "bcd"],
	["year:undated", "e"],
	["-year:undated", "abcd"],
	["-year:2025..", "de"],
	["year:..2023 year:2026..", "ad"],
	["year:..2023 year:undated", "de"],
	["year:2024", ""],
	["year:2026..2025", ""],
	["year:soon", ""],
])("%s lets through %s", async (asked, papers) => {
	expect(await pass(asked)).toBe(papers);
});

/** Values with their counts among the papers that a query finds. */
async function values(filter: FilterName, query: string, chosen = ""): Promise<string> {
	const { matching } = await index.outcome(query);
	const found = await facet(index.files, filter, matching, choices(chosen));
	return found.map(({ value, count }) => `${value} ${count}`).join(", ");
}

test("each value is counted among the papers that the query finds, most frequent first", async () => {
	expect(await values("topic", "")).toBe("song 3, nests 2");
	expect(await values("topic", "owl")).toBe("nests 1, song 1");
	expect(await values("topic", "albatross")).toBe("");
	expect(await values("year", "")).toBe("2025 2, 2023 1, 2026 1, undated 1");
	expect(await values("has", "")).toBe("code 2, discussion 2");
	expect(await values("organization", "")).toBe("Lab 1, Society, Birds & Co 1");
});

test("only authors of several papers are offered", async () => {
	expect(await values("author", "")).toBe("Ada Finch 2");
});

test("counts follow the other filters", async () => {
	expect(await values("topic", "", "year:2025")).toBe("nests 2, song 1");
	expect(await values("year", "swift", "has:code")).toBe("2023 1, 2026 1");
	expect(await values("year", "", "-topic:song")).toBe("2023 1, 2025 1");
});

test("what is counted for an alternative is what choosing it would add", async () => {
	expect(await values("year", "", "year:2025")).toBe("2025 2, 2023 1, 2026 1, undated 1");
	expect(await values("organization", "", "organization:Lab")).toBe("Lab 1, Society, Birds & Co 1");
	// Topics are asked for together.
	expect(await values("topic", "", "topic:nests")).toBe("nests 2, song 1");
});

test("what is left out of a filter counts nothing, and what is chosen is shown all the same", async () => {
	expect(await values("year", "", "-year:2025")).toBe("2023 1, 2026 1, undated 1, 2025 0");
	expect(await values("topic", "owl", "topic:nests year:2023")).toBe("nests 0");
	expect(await values("topic", "", "-topic:song")).toBe("nests 1, song 0");
});

test("a property that no paper has offers nothing and lets nothing through", async () => {
	const bare = await built([paper({ title: "Only a title" })]);
	expect(await facet(bare.files, "topic", [0], [])).toEqual([]);
	expect((await passing(bare.files, choices("topic:song")))(0)).toBe(false);
	expect((await passing(bare.files, choices("-topic:song")))(0)).toBe(true);
});

test("a topic may be named by its id, its name or the beginning of that", () => {
	const known = topics.map(({ id, name }) => [id, name] as const);
	const read = (text: string) => {
		const { choices, unknownTopics } = choicesOf(parseQuery(text).filters, known);
		return [
			...choices.map(({ value, exclude }) => (exclude ? `-${value}` : value)),
			...unknownTopics.map((name) => `${name}?`),
		].join(" ");
	};
	expect(read("topic:song")).toBe("song");
	expect(read("topic:Song")).toBe("song");
	expect(read('topic:"song and call"')).toBe("song");
	expect(read('-topic:"Song and"')).toBe("-song");
	expect(read("topic:nests")).toBe("nests");
	expect(read("topic:nests-2")).toBe("nests-2");
	expect(read('topic:"nests of"')).toBe("nests-2");
	expect(read("topic:sing")).toBe("sing?");
	expect(read("topic:call -topic:sing topic:song")).toBe("song call? sing?");
});

test("filters of a query are choices that know their part of it", () => {
	const { choices } = choicesOf(parseQuery("-has:code year:2024.. topic:nests").filters, [
		["nests", "Nests"],
	]);
	expect(choices).toEqual([
		{ filter: "has", value: "code", exclude: true, source: "-has:code" },
		{ filter: "year", value: "2024..", exclude: false, source: "year:2024.." },
		{ filter: "topic", value: "nests", exclude: false, source: "topic:nests" },
	]);
});
