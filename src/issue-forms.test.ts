import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const FOLDER = ".github/ISSUE_TEMPLATE";

/** GitHub takes no empty text, and YAML makes `true` or `1` of what should be one. */
const text = z.string().refine((value) => value.trim() !== "", "expected some text");
const id = z.string().regex(/^[\w-]+$/, "expected letters, digits, - and _");
const label = { label: text, description: text.optional() };
const required = z.strictObject({ required: z.boolean().optional() }).optional();
const field = <Type extends string, Shape extends z.ZodRawShape>(
	type: Type,
	attributes: z.ZodObject<Shape>,
) =>
	z.strictObject({ type: z.literal(type), id: id.optional(), attributes, validations: required });
const writing = { ...label, placeholder: text.optional(), value: text.optional() };

/**
 * An issue form by the rules of
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 * and the page on common validation errors beside it: GitHub leaves out a form that breaks one.
 */
const formSchema = z.strictObject({
	name: text,
	description: text.max(200),
	title: text.optional(),
	labels: z.array(text).optional(),
	assignees: z.array(text).optional(),
	projects: z.array(text).optional(),
	type: text.optional(),
	body: z
		.array(
			z.discriminatedUnion("type", [
				// Has neither id nor validations.
				z.strictObject({
					type: z.literal("markdown"),
					attributes: z.strictObject({ value: text }),
				}),
				field("input", z.strictObject(writing)),
				field("textarea", z.strictObject({ ...writing, render: text.optional() })),
				field(
					"dropdown",
					z.strictObject({
						...label,
						multiple: z.boolean().optional(),
						default: z.int().nonnegative().optional(),
						options: z.array(text).min(1).refine(areDifferent, "expected each option once"),
					}),
				),
				z.strictObject({
					type: z.literal("checkboxes"),
					id: id.optional(),
					attributes: z.strictObject({
						...label,
						options: z
							.array(z.strictObject({ label: text, required: z.boolean().optional() }))
							.min(1),
					}),
				}),
			]),
		)
		.refine((body) => body.some(({ type }) => type !== "markdown"), "expected a field")
		.refine(
			(body) => areDifferent(body.flatMap((item) => ("id" in item ? (item.id ?? []) : []))),
			"expected each id once",
		)
		.refine(
			(body) =>
				areDifferent(
					body.flatMap(({ attributes }) =>
						"label" in attributes ? [attributes.label.toLowerCase().replace(/\W+/g, "")] : [],
					),
				),
			"expected labels that differ in letters and digits",
		),
});

/** The page on which a new issue begins. */
const configSchema = z.strictObject({
	blank_issues_enabled: z.boolean().optional(),
	contact_links: z
		.array(z.strictObject({ name: text, url: z.url({ protocol: /^https?$/ }), about: text }))
		.optional(),
});

function areDifferent(values: readonly string[]): boolean {
	return new Set(values).size === values.length;
}

function flaws(yaml: string, schema: z.ZodType = formSchema): string[] {
	const { error } = schema.safeParse(parse(yaml));
	return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const read = (name: string) => readFileSync(path.join(FOLDER, name), "utf8");
const forms = readdirSync(FOLDER).filter((name) => name !== "config.yml");

test.each(forms)("GitHub takes the issue form %s", (name) => {
	expect(name).toMatch(/\.yml$/);
	expect(flaws(read(name))).toEqual([]);
});

test("GitHub takes the page on which a new issue begins, and tells the forms apart", () => {
	expect(flaws(read("config.yml"), configSchema)).toEqual([]);
	expect(areDifferent(forms.map((name) => parse(read(name)).name))).toBe(true);
});

test("a form that GitHub would leave out is found", () => {
	const field = (attributes: string, id = "a", type = "input") =>
		`\n  - {type: ${type}, id: ${id}, attributes: {${attributes}}}`;
	const form = (body: string, head = "name: A form\ndescription: Of birds.") =>
		flaws(`${head}\nbody:${body}`);
	expect(form(field("label: One"))).toEqual([]);
	const wrong = [
		form(field("label: One"), "name: A form"),
		form(field("label: One"), 'name: "  "\ndescription: true'),
		form(field("label: One"), "name: A form\ndescription: B\nhello: C"),
		form("\n  - {type: markdown, attributes: {value: Words}}"),
		form(field("label: One") + field("label: Two")),
		form(field("label: E-mail") + field("label: email", "b")),
		form(field("label: One", "a b")),
		form(field("description: One")),
		form(field("label: One, render: text")),
		form(field("label: One, options: [yes, yes]", "a", "dropdown")),
		form(field("label: One", "a", "select")),
	];
	expect(wrong.map((found) => found.join("; ")).join("\n")).toMatchInlineSnapshot(`
		"description: Invalid input: expected string, received undefined
		name: expected some text; description: Invalid input: expected string, received boolean
		: Unrecognized key: "hello"
		body: expected a field
		body: expected each id once
		body: expected labels that differ in letters and digits
		body.0.id: expected letters, digits, - and _
		body.0.attributes.label: Invalid input: expected string, received undefined
		body.0.attributes: Unrecognized key: "render"
		body.0.attributes.options: expected each option once
		body.0.type: Invalid discriminator value. Expected 'markdown' | 'input' | 'textarea' | 'dropdown' | 'checkboxes'"
	`);
});
