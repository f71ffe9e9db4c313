import { defineCommand } from "citty";
import { contentFolder } from "../entry/content-folder.ts";
import { readContent } from "../entry/read-content.ts";
import { IssuesError } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";

/** `npm run check`. */
export default defineCommand({
	meta: {
		name: "npm run check",
		description: "Checks the whole content folder and lists every problem with its place and mend.",
	},
	run() {
		try {
			const { entries } = readContent(contentFolder());
			console.log(`${papersCount(entries.length)} checked: no problems`);
		} catch (cause) {
			if (!(cause instanceof IssuesError)) throw cause;
			console.error(cause.message);
			process.exitCode = 1;
		}
	},
});
