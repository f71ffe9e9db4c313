import { buffer } from "node:stream/consumers";
import { defineCommand } from "citty";
import { contentFolder } from "../entry/folder.ts";
import { ledger, mergeLines } from "../import/ledger.ts";
import type { Decision } from "../import/merge-field.ts";
import type { ImportReport } from "../import/run.ts";
import { STDIN, sourcesAt } from "../import/sources.ts";
import { lastImport, type Told } from "../import/unchanged.ts";
import { writeWhole } from "../import/write.ts";
import { IssuesError } from "../paper/issues.ts";
import { progressOn } from "../terminal/progress.ts";
import type { Change } from "./diff.ts";
import {
	clashDiffs,
	copyLines,
	importDocument,
	refusedDocument,
	verboseLines,
	warningLines,
} from "./import-report.ts";
import { print, printDiff, printError, printJson } from "./output.ts";
import { newIds } from "./published-ids.ts";
import { WrongUse } from "./usage.ts";

/** `npm run import`. */
export default defineCommand({
	meta: {
		name: "npm run import --",
		description:
			"Turns listings into entries, content/papers/<id>.mdx. Without names it reads all of content/sources/. What a person has edited stays as it is; all else follows its source.",
	},
	args: {
		file: {
			type: "positional",
			required: false,
			description:
				"files, folders (all files below them), or - for the standard input; those from elsewhere are kept in content/sources/",
		},
		name: {
			type: "string",
			valueHint: "file",
			description: "name in content/sources/ of the one source that is given (of -: stdin)",
		},
		replace: {
			type: "boolean",
			description: "put it in the place of the source of this name, of which it is a newer form",
		},
		"dry-run": {
			type: "boolean",
			description: "write nothing, and show what would change as a diff",
		},
		json: {
			type: "boolean",
			description: "print one JSON document on the standard output, and nothing else there",
		},
		clashes: {
			type: "enum",
			options: ["ours", "theirs"],
			description:
				"what stands where a person and the source have both changed a field: ours or theirs",
		},
		verbose: {
			type: "boolean",
			description: "list every repair of a damaged text, with its place, and every entry",
		},
		refresh: {
			type: "boolean",
			description:
				"look papers of lists of ids up again: those that were not found, and those with an entry",
		},
	},
	async run({ args }) {
		const names = args._;
		const dryRun = args["dry-run"] === true;
		const stdin = names.includes(STDIN) ? await readStdin() : undefined;
		const options = names.length > 0 ? { sources: sourcesAt(names, stdin) } : {};
		if (args.name !== undefined && options.sources?.sources.length !== 1) {
			throw new WrongUse("unexpected --name, expected one file, or -, that it names");
		}
		const folder = contentFolder();
		// As builds import: with a name or an option, a person asks for something of this import.
		const asked = [dryRun, args.json, args.verbose, args.refresh, args.clashes].some(Boolean);
		const last = asked || names.length > 0 ? undefined : lastImport(folder);
		if (last?.told) return printTold(last.told);
		const progress = progressOn(process.stderr);
		// Loaded where there is something to do: all formats take longer than to see that there is not.
		const { runImport } = await import("../import/run.ts");
		try {
			const report = await runImport(folder, {
				...options,
				name: args.name,
				replace: args.replace === true,
				dryRun,
				refresh: args.refresh === true,
				decision: args.clashes as Decision | undefined,
				onProgress: progress,
			});
			progress.end();
			const files = report.files.map(({ file }) => file);
			const ids = newIds(folder, files);
			if (ids && !dryRun) writeWhole(ids.file, ids.text);
			if (args.json) printJson(importDocument(report, dryRun));
			else {
				const told = toldOf(report, dryRun, args.verbose === true);
				const changes = [...report.files, ...(ids ? [ids] : [])];
				const clashes = clashDiffs(report);
				printTold(told, dryRun ? changes : [], clashes);
				if (dryRun) print("Nothing was written.");
				if (changes.length + clashes.length === 0 && !report.asked) last?.keep(told);
			}
		} catch (cause) {
			progress.end();
			if (!(cause instanceof IssuesError)) throw cause;
			if (args.json) printJson(refusedDocument(cause.issues, dryRun));
			printError(...cause.message.split("\n"), "Nothing was written.");
			process.exitCode = 1;
		}
	},
});

/**
 * Only where a name asks for it: the build runs this command too, with a standard input that may
 * be open and never end.
 */
function readStdin(): Promise<Buffer> {
	if (process.stdin.isTTY) printError("Reading from the keyboard until Ctrl-D.");
	return buffer(process.stdin);
}

/** What is told of an import, but for diffs. */
function toldOf(report: ImportReport, dryRun: boolean, verbose: boolean): Told {
	return {
		out: [
			...report.notes,
			...(verbose ? verboseLines(report) : []),
			...copyLines(report, dryRun),
			...mergeLines(report.outcomes),
		],
		err: warningLines(report, verbose),
		end: ledger(report.outcomes),
	};
}

function printTold(
	{ out, err, end }: Told,
	changes: readonly Change[] = [],
	clashes: readonly Change[] = [],
): void {
	print(...out);
	for (const change of changes) printDiff(change);
	printError(...err);
	for (const clash of clashes) printDiff(clash, process.stderr);
	print(end);
}
