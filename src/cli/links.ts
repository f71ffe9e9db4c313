import { readFileSync, writeFileSync } from "node:fs";
import { defineCommand } from "citty";
import { contentFolder, entryFiles } from "../entry/folder.ts";
import { checkLinks } from "../links/check.ts";
import { linksIn } from "../links/places.ts";
import { linkCounts, linkLines, linksIssue } from "../links/report.ts";

/** `npm run links`. */
export default defineCommand({
	meta: {
		name: "npm run links --",
		description:
			"Asks every link of the entries whether it still leads somewhere. Exit code 1 where one is gone.",
	},
	args: {
		report: { type: "string", description: "also writes the text of an issue into this file" },
	},
	async run({ args }) {
		const files = entryFiles(contentFolder().papers);
		const links = files.flatMap((file) => linksIn(file, readFileSync(file, "utf8")));
		const checked = await checkLinks(links);
		for (const line of linkLines(checked)) console.log(line);
		console.log(linkCounts(checked));
		if (args.report) writeFileSync(args.report, linksIssue(checked));
		if (checked.some(({ answer }) => answer.kind === "gone")) process.exitCode = 1;
	},
});
