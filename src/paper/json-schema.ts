import { z } from "zod";
import { collectionSchema } from "./collection.ts";
import { frontMatterSchema } from "./schema.ts";
import { type Topic, topicSchema } from "./topics.ts";

/** The front matter of an entry as editors should know it: topics are those of the collection, each with its description. */
export function editorSchema(topics: readonly Topic[]) {
	const known = topics.map(({ id, name, description }) =>
		z.literal(id).describe(`${name}: ${description}`),
	);
	return frontMatterSchema.extend({
		topics: z
			.array(known.length > 0 ? z.union(known) : z.string())
			.default([])
			.describe(frontMatterSchema.shape.topics.description ?? ""),
	});
}

/**
 * JSON Schemas (draft 2020-12) of what people write, by file name, for editors and other
 * programs. They describe the form; what `npm run check` finds besides, they cannot say.
 */
export function jsonSchemas(topics: readonly Topic[]): Record<string, object> {
	const schemas = {
		"entry.schema.json": editorSchema(topics).describe("Front matter of an entry."),
		"topics.schema.json": z.array(topicSchema).describe("The topics, in the order to list them."),
		"collection.schema.json": collectionSchema.describe("What makes this site this site."),
	};
	return Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => [
			name,
			z.toJSONSchema(schema, { io: "input" }),
		]),
	);
}
