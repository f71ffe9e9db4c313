import { expect, test } from "vitest";
import { z } from "zod";
import { IssuesError } from "../paper/issues.ts";
import { frontMatterSchema } from "../paper/schema.ts";
import { readYaml } from "./front-matter.ts";

const read = (text: string, schema: z.ZodType = frontMatterSchema) =>
	readYaml({ file: "papers/a.mdx", text, linesAbove: 1 }, schema);

function refusal(text: string, schema?: z.ZodType): string {
	const { issues } = read(text, schema);
	expect(issues).not.toEqual([]);
	return new IssuesError(issues).message;
}

test("values are those that a person means: days and yes are words, not dates and truth", () => {
	const day = z.strictObject({ date: z.string(), title: z.string(), no: z.string() });
	expect(read("date: 2026-05-11\ntitle: yes\nno: no", day).value).toEqual({
		date: "2026-05-11",
		title: "yes",
		no: "no",
	});
});

test("a text with a colon wants quotes", () => {
	expect(refusal("title: Tokens: a survey\ndate: 2026-05-11")).toMatchInlineSnapshot(`
		"papers/a.mdx:2:8 unexpected YAML: Nested mappings are not allowed in compact mappings, expected \`key: value\` lines
		    Put a text that holds ": ", " #" or quotes in "double quotes".
		1 problem"
	`);
	expect(read('title: "Tokens: a survey"').value).toMatchObject({ title: "Tokens: a survey" });
});

test("one slip is one problem, two on two lines are two", () => {
	expect(refusal('title: "T\ndate: 2026')).toMatch(/1 problem$/);
	expect(refusal("title: a: b\ndate: c: d")).toMatch(/2 problems$/);
});

test("tabs", () => {
	expect(refusal("title: T\norganization:\n\thandle: a")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:1 unexpected YAML: Tabs are not allowed as indentation, expected \`key: value\` lines
		    Put a text that holds ": ", " #" or quotes in "double quotes".
		1 problem"
	`);
});

test("the same key twice", () => {
	expect(refusal("title: T\ntitle: U")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:1 unexpected YAML: Map keys must be unique, expected \`key: value\` lines
		    Keep one of the two lines.
		1 problem"
	`);
});

test("aliases are refused, so that a small file cannot stand for a big one", () => {
	expect(refusal("title: T\nauthors: &a [Ada]\naliases: *a")).toMatchInlineSnapshot(`
		"papers/a.mdx:4:10 unexpected alias *a, expected a value
		    Write the value out here; a text that begins with * needs quotes.
		1 problem"
	`);
	const nine = (name: string) => Array<string>(9).fill(`*${name}`).join(", ");
	const bomb = [..."bcdefghij"].map(
		(name, at) => `${name}: &${name} [${nine("abcdefghij"[at] ?? "")}]`,
	);
	const started = performance.now();
	expect(read(`a: &a [x]\n${bomb.join("\n")}`).issues).toHaveLength(9);
	expect(performance.now() - started).toBeLessThan(1_000);
});

test("keys that every object has are unknown like any other", () => {
	expect(refusal("title: T\n__proto__: {title: U}\nconstructor: x")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:1 unexpected key "__proto__", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Remove the key.
		papers/a.mdx:4:1 unexpected key "constructor", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Remove the key.
		2 problems"
	`);
	expect(refusal("title: T\nlinks:\n  __proto__: x\n  toString: y")).toMatch(/2 problems$/);
	expect(refusal("__proto__: {title: U}")).toContain('expected a key "title"');
	expect(({} as { title?: string }).title).toBeUndefined();
});

test("wrong kinds of values, each at its place", () => {
	expect(
		refusal(
			"title: 2026\nauthors: Ada\nauthorCount: some\ncommentCount: 1.5\norganization: {handle: x}\nlinks: []",
		),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:2:8 unexpected 2026 as title, expected a text
		    Put it in quotes: "2026".
		papers/a.mdx:3:10 unexpected "Ada" as authors, expected a list, each item on a line that begins with -
		    Correct authors, or remove it if it is not known.
		papers/a.mdx:4:14 unexpected "some" as authorCount, expected a whole number
		    Correct authorCount, or remove it if it is not known.
		papers/a.mdx:5:15 unexpected 1.5 as commentCount, expected a whole number
		    Correct commentCount, or remove it if it is not known.
		papers/a.mdx:6:15 unexpected end, expected a key "organization.name"
		    Add a line \`name: …\`.
		papers/a.mdx:7:8 unexpected [] as links, expected keys with values
		    Correct links, or remove it if it is not known.
		6 problems"
	`);
});

test("values that are left out", () => {
	expect(refusal("title:\ndate:")).toMatchInlineSnapshot(`
		"papers/a.mdx:2:7 unexpected null as title, expected a text
		    Correct title, or remove it if it is not known.
		papers/a.mdx:3:6 unexpected null as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Correct date, or remove it if it is not known.
		2 problems"
	`);
});

test("an unknown key with no known one near it", () => {
	expect(refusal("title: T\nabstract: Some text")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:1 unexpected key "abstract", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		    Remove the key.
		1 problem"
	`);
});

test("an entry within a list", () => {
	expect(
		refusal("title: T\nsource:\n  listing: a\n  repairs:\n    - from: x\n      too: y"),
	).toMatchInlineSnapshot(`
		"papers/a.mdx:6:7 unexpected end, expected a key "source.repairs.0.to"
		    Add a line \`to: …\`.
		papers/a.mdx:7:7 unexpected key "too", expected one of from, to
		    Did you mean "to"?
		2 problems"
	`);
});

test("no mapping at all", () => {
	expect(refusal("just words")).toMatchInlineSnapshot(`
		"papers/a.mdx:2:1 unexpected "just words" as the whole, expected keys with values
		    Correct the whole, or remove it if it is not known.
		1 problem"
	`);
	expect(refusal("")).toContain('expected a key "title"');
	expect(refusal("- a")).toContain('unexpected ["a"] as the whole');
});

test("a long value is cut in the message", () => {
	expect(refusal(`title: T\ndate: ${"long ".repeat(1_000)}`).length).toBeLessThan(300);
});

test("of thousands of wrong keys and values the first are told, at once", () => {
	const keys = Array.from({ length: 6_000 }, (_, at) => `k${at}: 1\n`).join("");
	const started = performance.now();
	const lines = refusal(`title: T\n${keys}`).split("\n");
	expect(performance.now() - started).toBeLessThan(3_000);
	expect(lines).toHaveLength(2 * 51 + 1);
	expect([lines[0], ...lines.slice(-3)].join("\n")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:1 unexpected key "k0", expected one of title, date, authors, authorCount, organization, commentCount, upvotes, topics, links, venue, language, aliases, source, otherSources
		papers/a.mdx:6003:1 unexpected 5,950 more problems, expected none
		    Mend those that are told; then the others are.
		51 problems"
	`);
	const authors = Array.from({ length: 60 }, () => "  - 1\n").join("");
	expect(refusal(`title: T\nauthors:\n${authors}`)).toMatch(
		/10 more problems, expected none\n.*\n51 problems$/,
	);
});

test("brackets without end are refused", () => {
	expect(refusal(`title: ${"[".repeat(50_000)}`)).toMatch(/1 problem$/);
	expect(refusal(`title: ${"[".repeat(50_000)}${"]".repeat(50_000)}`)).toMatch(/1 problem$/);
});

test("a file of its own begins on its first line", () => {
	const { issues } = readYaml(
		{ file: "topics.yaml", text: "a: 1", linesAbove: 0 },
		z.array(z.int()),
	);
	expect(new IssuesError(issues ?? []).message).toMatchInlineSnapshot(`
		"topics.yaml:1:1 unexpected {"a":1} as the whole, expected a list, each item on a line that begins with -
		    Correct the whole, or remove it if it is not known.
		1 problem"
	`);
});

test("a day in another form is told in each way in which it can be read", () => {
	const day = (text: string) => refusal(`title: T\ndate: ${text}`);
	expect(day("3/4/2024")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:7 unexpected "3/4/2024" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Write 2024-04-03 if it is 3 April 2024, or 2024-03-04 if it is 4 March 2024.
		1 problem"
	`);
	expect(day("2024-03-14T00:00:00Z")).toMatchInlineSnapshot(`
		"papers/a.mdx:3:7 unexpected "2024-03-14T00:00:00Z" as date, expected a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY, for example 2026-05-11
		    Write 2024-03-14.
		1 problem"
	`);
	expect(refusal("title: 3/4/2024\ndate: 31/04/2024")).not.toContain("Write");
});

test("half a character is read as one that cannot be shown, as it would be written", () => {
	const { value } = readYaml(
		{ file: "a.yaml", text: 'name: "a\\ud800b"', linesAbove: 0 },
		z.object({ name: z.string() }),
	);
	expect(value).toEqual({ name: "a\uFFFDb" });
});
