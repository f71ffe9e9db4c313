import { defineCommand } from "citty";
import { annotation } from "../check/annotations.ts";
import { type ContentFolder, contentFolder } from "../entry/folder.ts";
import { readContent } from "../entry/read-content.ts";
import { type Issue, IssuesError } from "../paper/issues.ts";
import { papersCount } from "../paper/text.ts";
import { type MendInFile, mendContent } from "./mend.ts";
import { type JsonDocument, print, printDiff, printError, printJson } from "./output.ts";
import { WrongUse } from "./usage.ts";

/** What `check --json` prints. */
interface CheckDocument extends JsonDocument {
	command: "check";
	/** Entries that were read; `null` where there are problems. */
	papers: number | null;
	/** What `--fix` mended; empty without it. */
	mended: MendInFile[];
}

type Checked =
	| { papers: number; problems?: undefined }
	| { papers?: undefined; problems: IssuesError };

/** `npm run check`. */
export default defineCommand({
	meta: {
		name: "npm run check --",
		description: "Checks the whole content folder and lists every problem with its place and mend.",
	},
	args: {
		fix: {
			type: "boolean",
			description:
				"mend what is certain: topics, former ids and authors that are there twice, dates in a form with one meaning, http where https is served, order of keys, white space at ends of lines",
		},
		"dry-run": {
			type: "boolean",
			description: "with --fix: write nothing, and show what would change as a diff",
		},
		format: {
			type: "enum",
			options: ["terminal", "github", "json"],
			description: "how problems are told (github, as annotations, where GITHUB_ACTIONS is true)",
		},
		json: {
			type: "boolean",
			description:
				"the same as --format=json: one JSON document, and nothing else, on the standard output",
		},
	},
	run({ args }) {
		const folder = contentFolder();
		const dryRun = args["dry-run"] === true;
		if (dryRun && !args.fix) throw new WrongUse("unexpected --dry-run, expected it with --fix");
		const actions = process.env.GITHUB_ACTIONS === "true";
		const format = args.json ? "json" : (args.format ?? (actions ? "github" : "terminal"));
		const { mended, changes } = args.fix
			? mendContent(folder, dryRun)
			: { mended: [], changes: [] };
		const { papers, problems } = checked(folder);

		if (format === "json") {
			const issues = problems?.issues ?? [];
			const found = { papers: papers ?? null, problems: issues, mended, dryRun };
			printJson({ version: 1, command: "check", ...found } satisfies CheckDocument);
		} else {
			for (const { file, line, message } of mended) {
				print(`${file}:${line}:1 ${dryRun ? "would be mended" : "mended"}: ${message}`);
			}
			if (dryRun) for (const change of changes) printDiff(change);
			if (!problems) print(`${papersCount(papers)} checked: no problems`);
			else if (format === "github") for (const issue of problems.issues) annotate(issue);
			else printError(...problems.message.split("\n"));
		}
		if (problems) process.exitCode = 1;
	},
});

function checked(folder: ContentFolder): Checked {
	try {
		return { papers: readContent(folder).entries.length };
	} catch (cause) {
		if (cause instanceof IssuesError) return { problems: cause };
		throw cause;
	}
}

/** A command of the runner, escaped for it: as it is. */
function annotate(issue: Issue): void {
	process.stdout.write(`${annotation(issue)}\n`);
}
