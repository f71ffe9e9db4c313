import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { jsonSchemas } from "./json-schema.ts";

interface Schema {
	description?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

const topics = [
	{ id: "sleep", name: "Sleep", description: "Rest.", terms: ["sleep"] },
	{ id: "flight", name: "Flight", description: "On the wing.", terms: ["fly"] },
];

/** Keys that an editor could not explain. */
function unexplained(schema: Schema, at = ""): string[] {
	return [
		...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
			...(property.description ? [] : [`${at}${key}`]),
			...unexplained(property, `${at}${key}.`),
		]),
		...(schema.items ? unexplained(schema.items, at) : []),
	];
}

test("editors explain every key, but for those whose name says it all", () => {
	const found = Object.values(jsonSchemas(topics)).flatMap((schema) =>
		unexplained(schema as Schema),
	);
	expect(found).toEqual([
		"organization.handle",
		"organization.name",
		...["arxiv", "doi", "openreview", "paper", "pdf", "code", "project", "data"].map(
			(kind) => `links.${kind}`,
		),
	]);
});

test("editors offer the topics of the collection, each with what it holds", () => {
	const topicsOf = (all: typeof topics) =>
		(jsonSchemas(all)["entry.schema.json"] as Schema).properties?.topics;
	expect(topicsOf(topics)).toMatchInlineSnapshot(`
		{
		  "default": [],
		  "description": "Ids of \`topics.yaml\`, strongest first.",
		  "items": {
		    "anyOf": [
		      {
		        "const": "sleep",
		        "description": "Sleep: Rest.",
		        "type": "string",
		      },
		      {
		        "const": "flight",
		        "description": "Flight: On the wing.",
		        "type": "string",
		      },
		    ],
		  },
		  "type": "array",
		}
	`);
	expect(topicsOf([])?.items).toEqual({ type: "string" });
});

test("editors ask for a title and nothing else, and know no other keys", () => {
	expect(jsonSchemas(topics)["entry.schema.json"]).toMatchObject({
		required: ["title"],
		additionalProperties: false,
	});
});

test.each(["topics.schema.json", "collection.schema.json"])(
	"schemas/%s is as the program has it: npm run schema writes it",
	(name) => {
		const committed = readFileSync(path.join("schemas", name), "utf8");
		expect(JSON.parse(committed)).toEqual(jsonSchemas([])[name]);
	},
);
