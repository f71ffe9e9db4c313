import { expect, test } from "vitest";
import { frontMatterSchema, frontMatterSchemaFor } from "./schema.ts";

const problems = (value: unknown, schema = frontMatterSchema) =>
	(schema.safeParse(value).error?.issues ?? []).map(
		({ path, message }) => `${path.join(".")}: ${message}`,
	);

test("a title is enough", () => {
	expect(frontMatterSchema.parse({ title: "T" })).toEqual({ title: "T", topics: [], links: {} });
});

test("an entry with every field", () => {
	const whole = {
		title: "T",
		date: "2026-05-11",
		authors: ["Ada Lovelace"],
		authorCount: 1,
		organization: { handle: "acm", name: "ACM" },
		commentCount: 0,
		upvotes: 3,
		topics: ["tokenization"],
		links: { arxiv: "https://arxiv.org/abs/2401.01234", code: "http://example.org" },
		venue: "ACL 2026",
		language: "pt-BR",
		aliases: ["old-id"],
		source: {
			listing: "a.txt",
			listed: "2026-07-01",
			repairs: [{ from: "2times", to: "2×" }],
			digests: { title: "0123456789", "links.doi": "abcdef0123" },
		},
	};
	expect(frontMatterSchema.parse(whole)).toEqual(whole);
});

test.each([
	["2026-05-11", "2026-05-11"],
	["2026-05", "2026-05"],
	["2026", "2026"],
	// As YAML reads it without quotes.
	[2026, "2026"],
])("the date %j is %s", (date, read) => {
	expect(frontMatterSchema.parse({ title: "T", date }).date).toBe(read);
});

test.each([26, 20260, 2026.5, "26", "2026-13", "2026-02-29", "May 2026", ["2026"], null])(
	"the date %j is none",
	(date) => {
		expect(problems({ title: "T", date })).toEqual([
			"date: expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11",
		]);
	},
);

test("the day of a listing is a whole day", () => {
	expect(problems({ title: "T", source: { listing: "a", listed: "2026-05" } })).toEqual([
		"source.listed: expected a day that exists, as YYYY-MM-DD, for example 2026-05-11",
	]);
});

test.each([
	[{}, "title"],
	[{ title: "" }, "title"],
	[{ title: " \n" }, "title"],
	[{ title: 2026 }, "title"],
	[{ title: "T", date: "May" }, "date"],
	[{ title: "T", date: "2026-02-29" }, "date"],
	[{ title: "T", authors: "Ada" }, "authors"],
	[{ title: "T", authors: [""] }, "authors.0"],
	[{ title: "T", authorCount: 1.5 }, "authorCount"],
	[{ title: "T", commentCount: -1 }, "commentCount"],
	[{ title: "T", organization: { handle: "a" } }, "organization.name"],
	[{ title: "T", topics: ["Two Words"] }, "topics.0"],
	[{ title: "T", links: { code: "javascript:alert(1)" } }, "links.code"],
	[{ title: "T", links: { code: "/here" } }, "links.code"],
	[{ title: "T", links: { code: "https://" } }, "links.code"],
	[{ title: "T", links: { code: "https://a b" } }, "links.code"],
	[{ title: "T", links: { web: "https://a.b" } }, "links"],
	[{ title: "T", language: "English" }, "language"],
	[{ title: "T", aliases: ["../x"] }, "aliases.0"],
	[{ title: "T", author: "Ada" }, ""],
])("%j has one problem, at %s", (value, path) => {
	const found = frontMatterSchema.safeParse(value).error?.issues;
	expect(found?.map((problem) => problem.path.join("."))).toEqual([path]);
});

test("topics are those of the collection", () => {
	const schema = frontMatterSchemaFor(["birds", "songs"]);
	expect(problems({ title: "T", topics: ["songs", "birds"] }, schema)).toEqual([]);
	expect(problems({ title: "T", topics: ["fish"] }, schema)).toEqual([
		"topics.0: expected a topic of topics.yaml: birds, songs",
	]);
	expect(problems({ title: "T", topics: ["fish"] }, frontMatterSchemaFor([]))).toEqual([
		"topics.0: expected a topic of topics.yaml: there are none yet",
	]);
});
