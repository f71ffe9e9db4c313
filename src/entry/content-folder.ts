import { z } from "zod";
import { type Collection, collectionSchema } from "../paper/collection.ts";
import type { Issue } from "../paper/issues.ts";
import { type Topic, topicSchema } from "../paper/topics.ts";
import { type ContentFolder, readIfThere } from "./folder.ts";
import { type Checked, readYaml } from "./front-matter.ts";

/** Reads and checks `collection.yaml`. */
export function readCollection(folder: ContentFolder): Checked<Collection> {
	return readYamlFile(folder.collection, collectionSchema);
}

const topicsSchema = z.array(topicSchema).superRefine((topics, context) => {
	for (const [index, { id }] of topics.entries()) {
		if (topics.findIndex((other) => other.id === id) === index) continue;
		context.addIssue({
			code: "custom",
			path: [index, "id"],
			message: "expected an id of its own",
		});
	}
});

/** Reads and checks `topics.yaml`: ids are unique. */
export function readTopics(folder: ContentFolder): Checked<Topic[]> {
	return readYamlFile(folder.topics, topicsSchema);
}

const listingsSchema = z.record(
	z.string(),
	z.strictObject({
		/** Day on which the listing was seen, where its text does not say. */
		listed: z.iso.date("expected a day as YYYY-MM-DD").optional(),
		/** True where the listing ends without a byline and is whole all the same. */
		complete: z.boolean().optional(),
	}),
);

/** What maintainers state about listings: file name to facts. */
export type Listings = z.infer<typeof listingsSchema>;

/** Reads and checks `sources/listings.yaml`; a folder without one is fine. */
export function readListings(folder: ContentFolder): Checked<Listings> {
	const text = readIfThere(folder.listings);
	if (text === undefined) return { value: {}, issues: [] };
	return readYaml({ file: folder.listings, text, linesAbove: 0 }, listingsSchema);
}

function readYamlFile<Schema extends z.ZodType>(
	file: string,
	schema: Schema,
): Checked<z.output<Schema>> {
	const text = readIfThere(file);
	if (text !== undefined) return recalled(file, text, schema);
	const issue: Issue = {
		file,
		line: 1,
		column: 1,
		message: "unexpected end: there is no such file, expected the collection's settings",
		fix: "Create it (README, “Make it your own”), or set OFFPRINT_CONTENT to the content folder.",
	};
	return { issues: [issue] };
}

const known = new Map<string, { text: string; schema: z.ZodType; checked: Checked<unknown> }>();

/** Settings are asked for again and again, and rarely change. */
function recalled<Schema extends z.ZodType>(
	file: string,
	text: string,
	schema: Schema,
): Checked<z.output<Schema>> {
	const last = known.get(file);
	if (last?.text === text && last.schema === schema)
		return last.checked as Checked<z.output<Schema>>;
	const checked = readYaml({ file, text, linesAbove: 0 }, schema);
	known.set(file, { text, schema, checked });
	return checked;
}
