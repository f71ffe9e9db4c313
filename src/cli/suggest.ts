import { readFileSync } from "node:fs";
import { defineCommand } from "citty";
import { z } from "zod";
import { contentFolder } from "../entry/folder.ts";
import { IssuesError } from "../paper/issues.ts";
import { acceptedMessage, refusedMessage } from "../suggest/message.ts";
import { runSuggestion } from "../suggest/run.ts";
import { WrongUse } from "./usage.ts";

/** The event of GitHub that says which issue was labelled. Of all that is in it, only this is read. */
const eventSchema = z.object({
	issue: z.object({ number: z.int().positive(), body: z.string().nullable() }),
});

/** What `.github/workflows/suggest.yml` runs. Prints its outputs, a `name=value` a line. */
export default defineCommand({
	meta: {
		name: "node src/cli/main.ts suggest",
		description: "Turns an issue that suggests a paper into its entry.",
	},
	args: {
		event: { type: "string", required: true, description: "The file of GitHub's event" },
	},
	async run({ args }) {
		if (!args.event) throw new WrongUse("unexpected end, expected --event=<file>");
		const { issue } = eventSchema.parse(JSON.parse(readFileSync(args.event, "utf8")));
		const { number } = issue;
		try {
			const suggested = await runSuggestion(contentFolder(), { number, body: issue.body ?? "" });
			console.log(`id=${suggested.id}`);
			console.log(`entry=${base64(suggested.text)}`);
			console.log(`message=${base64(acceptedMessage(number, suggested))}`);
		} catch (cause) {
			if (!(cause instanceof IssuesError)) throw cause;
			console.error(cause.message);
			console.log(`message=${base64(refusedMessage(cause.message))}`);
		}
	},
});

function base64(text: string): string {
	return Buffer.from(text).toString("base64");
}
