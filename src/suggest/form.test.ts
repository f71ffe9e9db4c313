import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type FieldName, LABELS, readForm } from "./form.ts";

const names = Object.keys(LABELS) as FieldName[];

/** The text of an issue as GitHub writes it out of the form. */
function body(values: Partial<Record<FieldName, string>>): string {
	return names
		.map((name) => `### ${LABELS[name]}\n\n${values[name] ?? "_No response_"}`)
		.join("\n\n");
}

function messages(text: string): string[] {
	return readForm(text).issues.map(({ line, message }) => `${line}: ${message}`);
}

test("the fields that are read are those of the form on GitHub, in its order", () => {
	const form = parse(readFileSync(".github/ISSUE_TEMPLATE/suggest-a-paper.yml", "utf8"));
	const fields = form.body.filter(({ type }: { type: string }) => type !== "markdown");
	expect(
		Object.fromEntries(
			fields.map(({ id, attributes }: { id: string; attributes: { label: string } }) => [
				id,
				attributes.label,
			]),
		),
	).toEqual(LABELS);
	expect(fields.map(({ id }: { id: string }) => id)).toEqual(names);
	const record = fields.find(({ id }: { id: string }) => id === "record");
	expect(record.attributes.render).toBe("text");
});

test("what was filled in is read with its line, and nothing else", () => {
	expect(readForm(body({ title: "Swifts", authors: "Ada Finch\nÉmile Rossignol" }))).toEqual({
		form: {
			title: { text: "Swifts", line: 11 },
			authors: { text: "Ada Finch\nÉmile Rossignol", line: 15 },
		},
		issues: [],
	});
});

test("lines end as Windows ends them, and the text may begin with a byte order mark", () => {
	const text = `\uFEFF${body({ title: "Swifts", abstract: "One.\n\nTwo." }).replaceAll("\n", "\r\n")}\r\n`;
	expect(readForm(text).form).toEqual({
		title: { text: "Swifts", line: 11 },
		abstract: { text: "One.\n\nTwo.", line: 31 },
	});
});

test("a record stands without the fence that GitHub puts around it, and with fences of its own", () => {
	const record = "@article{a,\n```\n}\n````text\n### Abstracts";
	expect(readForm(body({ record: `\`\`\`text\n${record}\n\`\`\`` })).form).toEqual({
		record: { text: record, line: 8 },
	});
});

test("headings within a value are part of it", () => {
	const abstract = "### Method\n\n## Title\n\n###Title\n\n#### Title\n\n> ### Title";
	expect(readForm(body({ abstract })).form.abstract?.text).toBe(abstract);
});

test("a value cannot begin another field", () => {
	expect(messages(body({ abstract: "One.\n\n### Topics\n\nreasoning" }))).toMatchInlineSnapshot(`
		[
		  "37: unexpected second heading “Topics”, expected it once",
		]
	`);
	expect(messages(body({ identifier: "1\n\n### Record\n\n@a" }))).toMatchInlineSnapshot(`
		[
		  "9: unexpected heading “Record”, expected the heading “### Title”",
		]
	`);
	expect(messages(body({ topics: "a\n\n### Title\n\nAnother" }))).toMatchInlineSnapshot(`
		[
		  "37: unexpected second heading “Title”, expected it once",
		]
	`);
	// A fence hides nothing: what it holds could be meant either way.
	expect(messages(body({ record: "```text\n### Title\n```" }))).toMatchInlineSnapshot(`
		[
		  "11: unexpected heading “Title”, expected the heading “### Authors”",
		]
	`);
});

test("a text that is not the form is refused", () => {
	expect(messages("")).toMatchInlineSnapshot(`
		[
		  "1: unexpected end, expected the heading “### arXiv id or DOI”",
		]
	`);
	expect(messages("Please add my paper\n\n### Title\n\nSwifts")).toMatchInlineSnapshot(`
		[
		  "3: unexpected heading “Title”, expected the heading “### arXiv id or DOI”",
		]
	`);
	expect(messages(`Hello\n\n${body({})}`)).toMatchInlineSnapshot(`
		[
		  "1: unexpected text above the heading “### arXiv id or DOI”, expected the form alone",
		]
	`);
	expect(messages("a".repeat(70_000))).toMatchInlineSnapshot(`
		[
		  "1: unexpected 70000 characters, expected at most 65536",
		]
	`);
	expect(messages(body({ title: "Swifts\nsleep", date: "2024\n02" }))).toMatchInlineSnapshot(`
		[
		  "12: unexpected second line of “Title”, expected one line",
		  "21: unexpected second line of “Date of publication”, expected one line",
		]
	`);
});

test("names that JavaScript keeps for itself are texts like others", () => {
	const text = body({ title: "__proto__", abstract: "### __proto__\n\nconstructor" });
	expect(readForm(text).form).toEqual({
		title: { text: "__proto__", line: 11 },
		abstract: { text: "### __proto__\n\nconstructor", line: 31 },
	});
	expect(Object.getPrototypeOf(readForm(text).form)).toBe(Object.prototype);
});

test("the longest text is read at once", () => {
	const start = performance.now();
	for (const part of ["### ", "\n", " ", "```text\n", "### Title ", "\r"]) {
		readForm(body({ abstract: part.repeat(Math.floor(60_000 / part.length)) }));
	}
	expect(performance.now() - start).toBeLessThan(1000);
});
