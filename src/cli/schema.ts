import path from "node:path";
import { defineCommand } from "citty";
import { readTopics } from "../entry/content-folder.ts";
import { contentFolder } from "../entry/folder.ts";
import { writeWhole } from "../import/write.ts";
import { IssuesError } from "../paper/issues.ts";
import { jsonSchemas } from "../paper/json-schema.ts";

/** `npm run schema`. */
export default defineCommand({
	meta: {
		name: "npm run schema",
		description: "Writes schemas/*.json, for editors: again after a change of topics.",
	},
	run() {
		const { value, issues } = readTopics(contentFolder());
		if (!value) {
			console.error(new IssuesError(issues).message);
			process.exitCode = 1;
			return;
		}
		for (const [name, schema] of Object.entries(jsonSchemas(value))) {
			const file = path.posix.join("schemas", name);
			writeWhole(file, `${JSON.stringify(schema, null, "\t")}\n`);
			console.log(file);
		}
	},
});
