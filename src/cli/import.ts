import { defineCommand } from "citty";
import { contentFolder } from "../entry/content-folder.ts";
import { ledger, rejectionLines } from "../import/plan.ts";
import { type ImportReport, runImport } from "../import/run.ts";
import { sourcesAt } from "../import/sources.ts";
import { IssuesError } from "../paper/issues.ts";

/** `npm run import`. */
export default defineCommand({
	meta: {
		name: "npm run import --",
		description:
			"Turns listings into entries, content/papers/<id>.mdx. Without file names it reads all of content/sources/. Entries that a person has edited are left as they are.",
	},
	args: {
		verbose: {
			type: "boolean",
			description: "list every repair of a damaged text, with its place",
		},
		refresh: {
			type: "boolean",
			description:
				"look papers that a list names by their ids up again, also where they have an entry",
		},
	},
	async run({ args }) {
		try {
			const refresh = args.refresh === true;
			const options = args._.length > 0 ? { sources: sourcesAt(args._) } : {};
			print(await runImport(contentFolder(), { ...options, refresh }), args.verbose === true);
		} catch (cause) {
			if (!(cause instanceof IssuesError)) throw cause;
			console.error(`${cause.message}\nNothing was written.`);
			process.exitCode = 1;
		}
	},
});

function print({ outcomes, proposals, notes }: ImportReport, verbose: boolean): void {
	for (const note of notes) console.log(note);
	if (verbose) {
		for (const { listing, line, entry } of proposals) {
			for (const repair of entry.repairs) {
				const change = `${JSON.stringify(repair.from)} became ${JSON.stringify(repair.to)}`;
				console.log(`${listing}:${repair.line}:${repair.column} ${change} (${repair.rule})`);
			}
			for (const macro of entry.left) {
				console.log(`${listing}:${line}:1 left as it is: ${macro}, a macro of the authors`);
			}
		}
		for (const outcome of outcomes) {
			if (outcome.kind !== "rejected") console.log(`${outcome.kind} ${outcome.file}`);
		}
	}
	for (const line of rejectionLines(outcomes)) console.error(line);
	console.log(ledger(outcomes));
}
