import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTopics } from "../entry/content-folder.ts";
import { contentFolder } from "../entry/folder.ts";
import { jsonSchemas } from "./json-schema.ts";

test("schemas/entry.schema.json has the topics of the collection: npm run schema writes it", () => {
	const topics = readTopics(contentFolder()).value ?? [];
	expect(topics).not.toEqual([]);
	const committed = readFileSync("schemas/entry.schema.json", "utf8");
	expect(JSON.parse(committed)).toEqual(jsonSchemas(topics)["entry.schema.json"]);
});
